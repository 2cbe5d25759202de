package org.heralddata.formats.eventio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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

/** The contract on a made-up run, and what is special to EventIO. */
class EventioTableReaderTest extends TableReaderContract {
    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;

    @TempDir
    private Path here;

    @Override
    protected TableReader reader() {
        return new EventioTableReader();
    }

    @Override
    protected Path sample(Path folder) throws IOException {
        return Files.write(folder.resolve("run.eventio"), TestEventio.iactRun(LITTLE));
    }

    @Test
    void readsBothByteOrders() throws IOException {
        for (ByteOrder order : List.of(LITTLE, ByteOrder.BIG_ENDIAN)) {
            Path path = Files.write(here.resolve("run"), TestEventio.iactRun(order));
            assertThat(reader().recognise(FileHead.of(path))).isEqualTo(Recognition.BY_CONTENT);
            try (TableFile file = reader().open(path, ReadOptions.NONE)) {
                assertThat(file.metadata())
                        .containsEntry("content", "CORSIKA IACT")
                        .containsEntry("run_number", "7")
                        .containsEntry("corsika_version", "7.5");
                assertThat(file.tables())
                        .extracting(SourceTable::name)
                        .containsExactly(
                                "objects",
                                "corsika_runs",
                                "corsika_events",
                                "photon_bunches",
                                "emitters",
                                "telescope_positions",
                                "input_card");
                assertThat(Tables.read(file, "corsika_runs", "run_number", "n_events"))
                        .containsExactly(List.of(7L, 1L));
                assertThat(Tables.read(file, "corsika_events", "event_number", "energy", "n_muons_weighted"))
                        .containsExactly(List.of(3L, 1000.0, 4.0));
                assertThat(Tables.read(file, "telescope_positions"))
                        .containsExactly(
                                List.of(0L, 0.0, 200.0, 400.0, 600.0), List.of(1L, 100.0, 300.0, 500.0, 700.0));
                assertThat(Tables.read(file, "emitters", "event_number", "telescope", "charge", "energy"))
                        .containsExactly(List.of(3L, 1L, -1.0, 40.0));
                assertThat(Tables.read(file, "photon_bunches", "telescope", "n_photons"))
                        .containsExactly(List.of(1L, 4.0), List.of(1L, 5.0), List.of(2L, 4.0), List.of(2L, 4.0));
                List<Object> compact = List.copyOf(Tables.read(file, "photon_bunches", "x", "cx", "emission_height")
                        .getLast());
                assertThat((double) compact.get(0)).isEqualTo(10.0, within(1e-6));
                assertThat((double) compact.get(1)).isEqualTo(0.1, within(1e-6));
                assertThat((double) compact.get(2)).isEqualTo(1e6, within(1.0));
            }
        }
    }

    @Test
    void tellsAtWhichByteAFileEnds() throws IOException {
        byte[] whole = TestEventio.iactRun(LITTLE);
        refuses(Arrays.copyOf(whole, 1000), EventioCode.TRUNCATED, 1000);
        refuses(Arrays.copyOf(whole, 10), EventioCode.TRUNCATED, 10);
    }

    @Test
    void tellsAtWhichByteACompressedFileBreaksOff() throws IOException {
        for (String name : List.of("one_shower.dat.gz", "lst_with_photons.simtel.zst")) {
            byte[] whole = Files.readAllBytes(SharedData.file("iact-eventio/" + name));
            Path cut = Files.write(here.resolve(name), Arrays.copyOf(whole, whole.length / 2));
            assertThatThrownBy(() -> readAll(cut))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(
                                            refusal.diagnostics().getFirst().code())
                                    .isEqualTo(EventioCode.TRUNCATED));
        }
    }

    @Test
    void refusesWhatIsNoObject() throws IOException {
        byte[] wrong = TestEventio.iactRun(LITTLE);
        int second = 16 + 4 + 4 * 273;
        wrong[second] ^= 1;
        refuses(wrong, EventioCode.BROKEN, second);
    }

    @Test
    void refusesObjectsLongerThanWhatIsAroundThem() throws IOException {
        TestEventio file = new TestEventio(LITTLE);
        byte[] inner = file.object(1205, 0, 1, new byte[12], 500);
        refuses(file.container(1204, 0, inner).done(), EventioCode.BROKEN, 16);
    }

    @Test
    void refusesObjectsThatLieTooDeeply() throws IOException {
        TestEventio file = new TestEventio(LITTLE);
        byte[] object = new byte[0];
        for (int i = 0; i < 50; i++) {
            object = file.object(1204, 0, 1, object, object.length | (1 << 30));
        }
        refuses(file.raw(object).done(), EventioCode.BROKEN, 16 + 31 * 12);
    }

    @Test
    void refusesCountsThatTheObjectDoesNotHold() throws IOException {
        TestEventio file = new TestEventio(LITTLE);
        file.top(1201, 0, 0, file.bytes(b -> b.putInt(1 << 30)));
        refuses(file.done(), EventioCode.BROKEN, 20);
        file = new TestEventio(LITTLE);
        file.top(1205, 0, 0, file.bytes(b -> b.putLong(0).putInt(1 << 30)));
        refuses(file.done(), EventioCode.BROKEN, 16);
    }

    @Test
    void refusesContentsThatMemoryShouldNotHold() throws IOException {
        TestEventio file = new TestEventio(LITTLE);
        byte[] claim = file.object(1212, 0, 0, new byte[100], 1 << 29);
        refuses(file.raw(claim).done(), EventioCode.TRUNCATED, 116);
    }

    @Test
    void namesTypesOfWhichNoTableIsMade() throws IOException {
        TestEventio file = new TestEventio(LITTLE);
        file.top(2017, 1, 1, new byte[12]).top(2017, 1, 2, new byte[12]).top(2025, 0, 1, new byte[4]);
        try (TableFile opened = reader().open(Files.write(here.resolve("unread"), file.done()), ReadOptions.NONE)) {
            assertThat(opened.notices())
                    .extracting(Diagnostic::message)
                    .containsExactly(
                            "objects of type 2017 (calibrated pixels) are left out: no table is made of them",
                            "objects of type 2025 (MC run statistics) are left out: no table is made of them");
        }
    }

    @Test
    void refusesHistogramsThatClaimMoreThanTheyHold() throws IOException {
        byte[] claim = {1, 0, 'F', 1, 0, 'x', 1, 0, 0, 0, (byte) 0xff, 0x7f, (byte) 0xff, 0x7f, 1, 0, 0, 0, 1, 0, 0, 0};
        refuses(
                new TestEventio(LITTLE)
                        .top(100, 2, 1, Arrays.copyOf(claim, 120))
                        .done(),
                EventioCode.BROKEN,
                16 + 110);
    }

    @Test
    void leavesOutUnknownVersionsWithANotice() throws IOException {
        TestEventio file = new TestEventio(LITTLE);
        file.top(2021, 99, 1, new byte[12]).top(2021, 99, 2, new byte[12]);
        try (TableFile opened = reader().open(Files.write(here.resolve("new"), file.done()), ReadOptions.NONE)) {
            assertThat(Tables.read(opened, "mc_events")).isEmpty();
            assertThat(opened.notices()).extracting(Diagnostic::code).containsExactly(EventioCode.LEFT_OUT);
            assertThat(Tables.read(opened, "objects", "type", "version", "count", "first_id", "last_id"))
                    .containsExactly(List.of(2021L, 99L, 2L, 1L, 2L));
        }
    }

    @Test
    void readsNumbersOfVaryingLength() throws IOException {
        TestEventio file = new TestEventio(LITTLE);
        byte[] numbers = {
            3 << 1, // three pixels
            5 << 1, // 5
            (byte) 0x80 | 0x10,
            0x01, // 0x1001 is odd: -(0x800) - 1
            (byte) 0xc0 | 1,
            0,
            0 // 0x10000: 0x8000
        };
        file.top(2027, 1, 1_000_004, numbers);
        try (TableFile opened = reader().open(Files.write(here.resolve("list"), file.done()), ReadOptions.NONE)) {
            assertThat(Tables.read(opened, "pixel_lists", "telescope", "kind", "pixels"))
                    .containsExactly(List.of(4L, 1L, List.of(5L, -2049L, 32768L)));
        }
    }

    @Test
    void readsRawDataWithTheirEvent() throws IOException {
        try (TableFile file =
                reader().open(SharedData.file("iact-eventio/calib_true_pe.simtel.zst"), ReadOptions.NONE)) {
            assertThat(file.metadata()).containsEntry("content", "sim_telarray").containsEntry("run_number", "9990");
            assertThat(Tables.read(file, "telescope_events", "event_id", "telescope", "calibration_type"))
                    .containsExactly(List.of(1L, 1L, 3L), List.of(2L, 1L, 4L));
            assertThat(Tables.read(file, "mc_events", "event_id", "shower"))
                    .hasSize(25)
                    .startsWith(List.of(100L, 1L));
        }
    }

    @Test
    void noTwoTablesShareAName() {
        assertThat(ObjectTables.all()).extracting(ObjectTable::name).doesNotHaveDuplicates();
    }

    private void refuses(byte[] bytes, EventioCode code, long offset) throws IOException {
        Path path = Files.write(here.resolve("wrong"), bytes);
        assertThatThrownBy(() -> readAll(path)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            Diagnostic told = refusal.diagnostics().getFirst();
            assertThat(told.code()).as(told.message()).isEqualTo(code);
            assertThat(((Location.InFile) told.location()).offset())
                    .as(told.message())
                    .isEqualTo(offset);
        });
    }

    private void readAll(Path path) throws IOException {
        try (TableFile file = reader().open(path, ReadOptions.NONE)) {
            for (SourceTable table : file.tables()) {
                Tables.read(file, table.name());
            }
        }
    }
}
