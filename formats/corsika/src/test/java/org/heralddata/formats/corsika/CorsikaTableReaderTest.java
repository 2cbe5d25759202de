package org.heralddata.formats.corsika;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airlift.compress.v3.zstd.ZstdJavaCompressor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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

/** The contract on a made-up run of three showers, and what is special to CORSIKA. */
class CorsikaTableReaderTest extends TableReaderContract {
    private static final int PLAIN = 273;

    @TempDir
    private Path here;

    @Override
    protected TableReader reader() {
        return new CorsikaTableReader();
    }

    /** Its first table, of runs, has three rows: three runs one after the other. */
    @Override
    protected Path sample(Path folder) throws IOException {
        byte[] run = TestDat.threeShowers(PLAIN, ByteOrder.LITTLE_ENDIAN).bytes(4);
        byte[] runs = Arrays.copyOf(run, 3 * run.length);
        System.arraycopy(run, 0, runs, run.length, run.length);
        System.arraycopy(run, 0, runs, 2 * run.length, run.length);
        return Files.write(folder.resolve("DAT000007"), runs);
    }

    /** Cut between runs it is a good file of fewer runs; see {@link #tellsAtWhichByteAFileEnds()}. */
    @Override
    protected boolean showsTruncation() {
        return false;
    }

    @Test
    void readsEveryFraming() throws IOException {
        for (int words : new int[] {Framing.PLAIN, Framing.THINNED}) {
            for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
                for (int marker : new int[] {0, 4, 8}) {
                    byte[] bytes = TestDat.threeShowers(words, order).bytes(marker);
                    readsTheThreeShowers(Files.write(here.resolve("plain"), bytes));
                }
            }
        }
    }

    @Test
    void readsCompressedFiles() throws IOException {
        byte[] bytes = TestDat.threeShowers(PLAIN, ByteOrder.LITTLE_ENDIAN).bytes(4);
        Path gzip = here.resolve("packed.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
            out.write(bytes);
        }
        readsTheThreeShowers(gzip);
        var zstd = new ZstdJavaCompressor();
        byte[] packed = new byte[zstd.maxCompressedLength(bytes.length)];
        int length = zstd.compress(bytes, 0, bytes.length, packed, 0, packed.length);
        readsTheThreeShowers(Files.write(here.resolve("packed.zst"), Arrays.copyOf(packed, length)));
    }

    private void readsTheThreeShowers(Path path) throws IOException {
        assertThat(reader().recognise(FileHead.of(path))).isEqualTo(Recognition.BY_CONTENT);
        try (TableFile file = reader().open(path, ReadOptions.NONE)) {
            assertThat(file.metadata())
                    .containsEntry("run_number", "7")
                    .containsEntry("date", "2015-12-24")
                    .containsEntry("corsika_version", "7.5")
                    .containsEntry("low_energy_hadron_model", "UrQMD")
                    .containsEntry("high_energy_hadron_model", "EPOS");
            assertThat(file.tables())
                    .extracting(SourceTable::name)
                    .containsExactly("runs", "events", "particles", "longitudinal");
            assertThat(Tables.read(file, "runs", "run_number", "date", "n_events", "observation_heights"))
                    .containsExactly(List.of(7L, "2015-12-24", 3L, List.of(11000.0)));
            assertThat(Tables.read(file, "events", "event_number", "energy", "n_muons_weighted", "n_particles_written"))
                    .containsExactly(
                            List.of(1L, 1000.0, 1.0, 2L), List.of(2L, 2000.0, 1.0, 2L), List.of(3L, 3000.0, 1.0, 2L));
            assertThat(Tables.read(
                            file,
                            "particles",
                            "event_number",
                            "particle_id",
                            "generation",
                            "observation_level",
                            "pz",
                            "weight"))
                    .hasSize(6)
                    .contains(List.of(2L, 5L, 1L, 1L, 7.0, weight(path)))
                    .contains(List.of(3L, 1L, 57L, 1L, 0.25, weight(path)));
            assertThat(Tables.read(file, "longitudinal", "event_number", "depth", "n_photons"))
                    .containsExactly(List.of(1L, 5.0, 6.0), List.of(2L, 5.0, 6.0), List.of(3L, 5.0, 6.0));
        }
    }

    /** The made-up thinned particles have no weight written. */
    private double weight(Path path) throws IOException {
        try (TableFile file = reader().open(path, ReadOptions.NONE)) {
            return "true".equals(file.metadata().get("thinned")) ? 0 : 1;
        }
    }

    @Test
    void tellsAtWhichByteAFileEnds() throws IOException {
        byte[] bytes = TestDat.threeShowers(PLAIN, ByteOrder.LITTLE_ENDIAN).bytes(4);
        int cut = 4 + 5 * 4 * PLAIN + 100;
        refuses(Arrays.copyOf(bytes, cut), CorsikaCode.TRUNCATED, cut);
        byte[] noEnd = new TestDat(PLAIN, ByteOrder.LITTLE_ENDIAN)
                .block("RUNH", 7, 151224, 7.5f)
                .block("EVTH", 1)
                .block("EVTE", 1)
                .bytes(0);
        refuses(Arrays.copyOf(noEnd, 3 * 4 * PLAIN), CorsikaCode.TRUNCATED, 3 * 4 * PLAIN);
    }

    @Test
    void refusesRecordsThatContradictThemselves() throws IOException {
        byte[] bytes = TestDat.threeShowers(PLAIN, ByteOrder.LITTLE_ENDIAN).bytes(4);
        byte[] length = bytes.clone();
        length[0]++;
        refuses(length, CorsikaCode.BROKEN, 0);
        byte[] end = bytes.clone();
        end[bytes.length - 1]++;
        refuses(end, CorsikaCode.BROKEN, bytes.length - 4);
    }

    @Test
    void refusesSubBlocksOutOfOrder() throws IOException {
        TestDat twice = new TestDat(PLAIN, ByteOrder.LITTLE_ENDIAN)
                .block("RUNH", 7, 151224, 7.5f)
                .block("EVTH", 1)
                .block("EVTH", 2);
        refuses(twice.bytes(0), CorsikaCode.BROKEN, 2 * 4 * PLAIN);
        TestDat compact = new TestDat(PLAIN, ByteOrder.LITTLE_ENDIAN)
                .block("RUNH", 7, 151224, 7.5f)
                .block("EVHW", 1);
        refuses(compact.bytes(0), CorsikaCode.UNSUPPORTED, 4 * PLAIN);
    }

    private void refuses(byte[] bytes, CorsikaCode code, long offset) throws IOException {
        Path path = Files.write(here.resolve("wrong"), bytes);
        assertThatThrownBy(() -> {
                    try (TableFile file = reader().open(path, ReadOptions.NONE)) {
                        Tables.read(file, "runs");
                    }
                })
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    Diagnostic told = refusal.diagnostics().getFirst();
                    assertThat(told.code()).as(told.message()).isEqualTo(code);
                    assertThat(((Location.InFile) told.location()).offset()).isEqualTo(offset);
                });
    }

    @Test
    void tellsBunchesAmongParticles() throws IOException {
        TestDat dat = new TestDat(PLAIN, ByteOrder.LITTLE_ENDIAN)
                .block("RUNH", 7, 151224, 7.5f)
                .block("EVTH", 1)
                .set(77, 1)
                .block("")
                .set(1, 5011)
                .set(4, 8)
                .set(5, 40)
                .set(8, 99e5f + 10 * 4 + 1)
                .set(14, 25_000)
                .block("EVTE", 1)
                .block("RUNE", 7, 1);
        try (TableFile file = reader().open(Files.write(here.resolve("mixed"), dat.bytes(4)), ReadOptions.NONE)) {
            assertThat(Tables.read(file, "particles", "particle_id")).containsExactly(List.of(5L));
            assertThat(Tables.read(file, "photons", "n_photons", "production_height"))
                    .containsExactly(List.of(4.0, 25_000.0));
        }
    }

    @Test
    void readsSteeringCards() throws IOException {
        Path card = SharedData.file("corsika/km3net/datacard_run_000001.inp");
        assertThat(reader().recognise(FileHead.of(card))).isEqualTo(Recognition.BY_CONTENT);
        try (TableFile file = reader().open(card, ReadOptions.NONE)) {
            assertThat(file.metadata())
                    .containsEntry("ERANGE", "1.1E6 0.9E8")
                    .containsEntry("SEED", "1000001 0 0; 5000001 0 0")
                    .containsEntry("USER", "pkalaczynski");
            assertThat(Tables.read(file, "steering", "keyword", "values", "comment"))
                    .hasSize(33)
                    .contains(List.of("ELMFLG", List.of("F", "T"), "em. interaction flags (NKG,EGS)"));
        }
        for (String other : List.of("input_card.txt", "two_telescopes_inputcard.txt")) {
            Path path = SharedData.file("iact-eventio/" + other);
            assertThat(reader().recognise(FileHead.of(path))).as(other).isEqualTo(Recognition.BY_CONTENT);
        }
    }

    @Test
    void refusesProfilesThatBreakOff() throws IOException {
        Path whole = SharedData.file("corsika/corsika_77500_particle_vertical.long");
        assertThat(reader().recognise(FileHead.of(whole))).isEqualTo(Recognition.BY_CONTENT);
        byte[] bytes = Files.readAllBytes(whole);
        for (int length : new int[] {9000, 24_000, 49_200}) {
            Path cut = Files.write(here.resolve("cut.long"), Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> {
                        try (TableFile file = reader().open(cut, ReadOptions.NONE)) {
                            Tables.read(file, "fit");
                        }
                    })
                    .isInstanceOf(Refusal.class);
        }
    }
}
