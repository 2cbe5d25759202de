package org.heralddata.formats.km3net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.FileHead;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.Recognition;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableReader;
import org.heralddata.testkit.SharedData;
import org.heralddata.testkit.TableReaderContract;
import org.heralddata.testkit.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a made-up detector, and what is special to each kind of file. */
class Km3netTableReaderTest extends TableReaderContract {
    private static final String DETX = """
            # made up
            23 v5
            1500000000.1 9999999999.0
            UTM WGS84 32N 256500.0 4743000.0 -2425.0
            3

            1 1 0 0.5 1.5 2.5 1 0 0 0 10.0 5 0
            2 1 1 1.5 2.5 3.5 1 0 0 0 20.0 0 2
             7 1.1 1.2 1.3 -1.1 0.2 0.3 10.5 0
             8 1.4 1.5 1.6 0.1 -1.2 0.3 20.5 3
            3 1 2 1.5 2.5 9.5 0 1 0 0 30.0 0 1
             9 1.7 1.8 1.9 0.1 0.2 -1.3 30.5 0
            """;

    @TempDir
    private Path here;

    @Override
    protected TableReader reader() {
        return new Km3netTableReader();
    }

    @Override
    protected Path sample(Path folder) throws IOException {
        return Files.writeString(folder.resolve("made-up.detx"), DETX);
    }

    @Test
    void readsModulesAndPhotomultipliers() throws IOException {
        Path path = Files.writeString(here.resolve("detector"), DETX);
        assertThat(reader().recognise(FileHead.of(path))).isEqualTo(Recognition.BY_CONTENT);
        try (TableFile file = reader().open(path, ReadOptions.NONE)) {
            assertThat(file.metadata())
                    .containsEntry("detector_id", "23")
                    .containsEntry("version", "5")
                    .containsEntry("utm_grid", "WGS84 32N")
                    .containsEntry("comments", "made up");
            assertThat(Tables.read(file, "modules", "module_id", "floor", "z", "qx", "t0", "status", "n_pmts"))
                    .containsExactly(
                            List.of(1L, 0L, 2.5, 0.0, 10.0, 5L, 0L),
                            List.of(2L, 1L, 3.5, 0.0, 20.0, 0L, 2L),
                            List.of(3L, 2L, 9.5, 1.0, 30.0, 0L, 1L));
            assertThat(Tables.read(file, "pmts", "module_id", "channel", "pmt_id", "dz", "t0", "status"))
                    .containsExactly(
                            List.of(2L, 0L, 7L, 0.3, 10.5, 0L),
                            List.of(2L, 1L, 8L, 0.3, 20.5, 3L),
                            List.of(3L, 0L, 9L, -1.3, 30.5, 0L));
        }
    }

    @Test
    void hasNoPoseAndStatusWhereTheVersionHasNone() throws IOException {
        try (TableFile file = reader().open(SharedData.file("km3net/detx/detx_v1.detx"), ReadOptions.NONE)) {
            assertThat(Tables.read(file, "modules", "x", "status").getFirst()).containsExactly(null, null);
            assertThat(Tables.read(file, "pmts", "status").getFirst()).containsOnlyNulls();
        }
    }

    @Test
    void recognisesAllKindsByContent() throws IOException {
        for (Path path : SharedData.files("km3net", name -> name.matches(".*\\.(detx|datx|dat|dqd|evt)"))) {
            Path unnamed = Files.copy(path, here.resolve("unnamed"));
            assertThat(reader().recognise(FileHead.of(unnamed)))
                    .as(path.toString())
                    .isEqualTo(Recognition.BY_CONTENT);
            Files.delete(unnamed);
        }
        for (String other : List.of("hydrophone", "transmitter", "tripod", "waveform")) {
            Path path = SharedData.file("km3net/detector_geometry/KM3NeT_00000232.%s.txt".formatted(other));
            assertThat(reader().recognise(FileHead.of(path))).as(other).isEqualTo(Recognition.NO);
        }
    }

    @Test
    void readsCompressedFiles() throws IOException {
        Path path = here.resolve("packed");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
            out.write(DETX.getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(reader().recognise(FileHead.of(path))).isEqualTo(Recognition.BY_CONTENT);
        try (TableFile file = reader().open(path, ReadOptions.NONE)) {
            assertThat(Tables.read(file, "pmts")).hasSize(3);
        }
    }

    @Test
    void refusesLinesThatSayTooMuchOrTooLittle() throws IOException {
        refuses(DETX.replace(" 30.0 0 1", " 30.0 0"), Km3netCode.BROKEN);
        refuses(DETX.replace("-1.3", "-1.3x"), Km3netCode.BROKEN);
        refuses(DETX.replace("\n3\n", "\n4\n"), Km3netCode.TRUNCATED);
        refuses(DETX.replace("v5", "v6"), Km3netCode.UNSUPPORTED);
        refuses(DETX.replace("\n\n", "\n# " + "made up".repeat(20_000) + "\n"), Km3netCode.TOO_LARGE);
    }

    @Test
    void refusesBrokenBinaryDetectors() throws IOException {
        byte[] whole = Files.readAllBytes(SharedData.file("km3net/datx/KM3NeT_00000133_20221025.datx"));
        refuses(Arrays.copyOf(whole, 700_000), Km3netCode.TRUNCATED, 700_000);
        byte[] text = whole.clone();
        text[4 + 4 + 38 + 4 + 2] = 99;
        refuses(text, Km3netCode.BROKEN, 4 + 4 + 38 + 4);
    }

    @Test
    void readsEventListsAndKeepsEveryTag() throws IOException {
        String evt = """
                start_run: 5
                physics: one 1
                physics: two 2
                end_event:
                start_event: 7 1
                eventtime: 12 34
                neutrino: 1 1 2 3 0 0 1 50 0 0.1 0.2 103 14 2
                track_bundle: 2 1 2 3 0 0 1 60
                hit: 1 99 0.5 12.5 -3 2
                vertex: 1 1
                weights: 1 2 3
                weights: 4 5 6
                end_event:
                """;
        try (TableFile file = reader().open(Files.writeString(here.resolve("evt"), evt), ReadOptions.NONE)) {
            assertThat(file.metadata()).containsEntry("start_run", "5").containsEntry("physics", "one 1; two 2");
            assertThat(Tables.read(file, "events", "event_id", "seconds", "n_tracks", "n_hits", "weights"))
                    .containsExactly(List.of(7L, 12L, 2L, 1L, List.of(1.0, 2.0, 3.0)));
            assertThat(Tables.read(file, "tracks", "tag", "energy", "t", "rest"))
                    .containsExactly(
                            List.of("neutrino", 50.0, 0.0, List.of(0.1, 0.2, 103.0, 14.0, 2.0)),
                            Tables.row("track_bundle", 60.0, null, List.of()));
            assertThat(Tables.read(file, "hits", "pmt_id", "amplitude", "t", "rest"))
                    .containsExactly(List.of(99L, 0.5, 12.5, List.of(-3.0, 2.0)));
            assertThat(Tables.read(file, "others"))
                    .containsExactly(List.of(7L, "vertex", "1 1"), List.of(7L, "weights", "4 5 6"));
        }
        refuses(evt.replaceFirst("end_event:\n$", ""), Km3netCode.TRUNCATED);
        refuses(evt.replace("vertex: 1 1", "vertex 1 1"), Km3netCode.BROKEN);
        refuses(evt.replace("hit: 1 99 0.5 12.5 -3 2", "hit: 1 99"), Km3netCode.BROKEN);
        refuses(evt.replace("vertex: 1 1", "start_event: 8 1"), Km3netCode.BROKEN);
    }

    @Test
    void readsRatesWithTheirFlags() throws IOException {
        byte[] slice = bytes(b -> {
            b.putInt(8 + 2 + 20 + 4 + 55).putInt(2001).putShort((short) 6);
            b.putInt(44)
                    .putInt(7)
                    .putInt(3)
                    .putInt(0x8000_0000 | 1000)
                    .putInt(1)
                    .putInt(1);
            b.putInt(808).putInt(5).putInt(0x8000_0001).putInt(2).putLong(0);
            b.put((byte) 255).put((byte) 0).put(new byte[29]);
        });
        try (TableFile file = reader().open(Files.write(here.resolve("slice"), slice), ReadOptions.NONE)) {
            assertThat(Tables.read(file, "slices", "kind", "run", "time", "white_rabbit"))
                    .containsExactly(List.of("summary", 7L, 1_000_000_000_016L, true));
            List<Object> row =
                    List.copyOf(Tables.read(file, "summary_frames", "module_id", "rates", "high_rate_veto", "fifo_full")
                            .getFirst());
            assertThat(row.get(0)).isEqualTo(808L);
            assertThat((double) ((List<?>) row.get(1)).getFirst()).isBetween(1.999e6, 2.001e6);
            assertThat(((List<?>) row.get(2)).subList(0, 2)).isEqualTo(List.of(true, false));
            assertThat(((List<?>) row.get(3)).subList(0, 2)).isEqualTo(List.of(false, true));
            assertThat((List<?>) row.get(3)).hasSize(31);
        }
    }

    @Test
    void refusesRecordsThatContradictThemselves() throws IOException {
        byte[] whole = Files.readAllBytes(SharedData.file("km3net/daq/IO_EVT.dat"));
        refuses(Arrays.copyOf(whole, 1000), Km3netCode.TRUNCATED, 1000);
        byte[] count = whole.clone();
        ByteBuffer.wrap(count).order(ByteOrder.LITTLE_ENDIAN).putInt(50, 1 << 30);
        refuses(count, Km3netCode.BROKEN, 50);
        byte[] version = whole.clone();
        int second = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getInt(0);
        version[second + 8] = 3;
        refuses(version, Km3netCode.UNSUPPORTED, second);
        byte[] type = whole.clone();
        type[second + 6] = 1;
        refuses(type, Km3netCode.BROKEN, second);
        byte[] packet = bytes(b ->
                b.putInt(100).put("TTDC".getBytes(StandardCharsets.US_ASCII)).put(new byte[26]));
        refuses(packet, Km3netCode.TRUNCATED, 34);
        packet[0] = 22;
        refuses(packet, Km3netCode.BROKEN, 0);
    }

    private static byte[] bytes(Consumer<ByteBuffer> filling) {
        ByteBuffer buffer = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
        filling.accept(buffer);
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private void refuses(String text, Km3netCode code) throws IOException {
        assertThat(refusal(text.getBytes(StandardCharsets.US_ASCII)).code()).isEqualTo(code);
    }

    private void refuses(byte[] bytes, Km3netCode code, long offset) throws IOException {
        Diagnostic told = refusal(bytes);
        assertThat(told.code()).as(told.message()).isEqualTo(code);
        assertThat(((Location.InFile) told.location()).offset())
                .as(told.message())
                .isEqualTo(offset);
    }

    private Diagnostic refusal(byte[] bytes) throws IOException {
        Path path = Files.write(here.resolve("wrong"), bytes);
        Refusal[] refused = new Refusal[1];
        assertThatThrownBy(() -> {
                    try (TableFile file = reader().open(path, ReadOptions.NONE)) {
                        for (SourceTable table : file.tables()) {
                            Tables.read(file, table.name());
                        }
                    }
                })
                .isInstanceOfSatisfying(Refusal.class, refusal -> refused[0] = refusal);
        return refused[0].diagnostics().getFirst();
    }
}
