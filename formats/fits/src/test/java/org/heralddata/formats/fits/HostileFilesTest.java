package org.heralddata.formats.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableFile;
import org.heralddata.testkit.SharedData;
import org.heralddata.testkit.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that lie are refused with the byte, and never take more memory than they hold. */
class HostileFilesTest {
    private static final int DATA = 2 * 2880;

    @TempDir
    private Path folder;

    private void refuses(Path file, FitsCode code, long offset) {
        assertThatThrownBy(() -> readAll(file)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            Diagnostic told = refusal.diagnostics().getFirst();
            assertThat(told.code()).as(told.message()).isEqualTo(code);
            assertThat(told.location())
                    .isInstanceOfSatisfying(
                            Location.InFile.class, at -> assertThat(at.offset()).isEqualTo(offset));
        });
    }

    private static void readAll(Path file) throws IOException {
        try (TableFile opened = new FitsTableReader().open(file, ReadOptions.NONE)) {
            for (SourceTable table : opened.tables()) {
                Tables.read(opened, table.name());
            }
        }
    }

    @Test
    void rowsThatTheFileDoesNotHold() throws IOException {
        refuses(
                TestFits.file()
                        .table(8, 1L << 50, 0, 1, new byte[8], "TFORM1  = '1D'")
                        .save(folder),
                FitsCode.TRUNCATED,
                DATA + 2880);
        refuses(
                TestFits.file()
                        .table(8, 1L << 62, 0, 1, new byte[8], "TFORM1  = '1D'")
                        .save(folder),
                FitsCode.BROKEN_HEADER,
                2880 + 160);
    }

    @Test
    void arraysOutsideTheHeap() throws IOException {
        byte[] row = ByteBuffer.allocate(8).putInt(1_000_000).putInt(0).array();
        refuses(TestFits.file().table(8, 1, 0, 1, row, "TFORM1  = '1PD(9)'").save(folder), FitsCode.BROKEN_CELL, DATA);
    }

    @Test
    void columnsWiderThanTheRow() throws IOException {
        refuses(
                TestFits.file().table(4, 1, 0, 1, new byte[4], "TFORM1  = '1D'").save(folder),
                FitsCode.BROKEN_COLUMN,
                2880 + 8 * 80);
        refuses(
                TestFits.file().table(4, 1, 0, 1, new byte[4], "TFORM1  = '1Z'").save(folder),
                FitsCode.BROKEN_HEADER,
                2880 + 8 * 80);
    }

    @Test
    void headersThatBreakOff() throws IOException {
        refuses(
                TestFits.file().table(8, 1, 0, 1, new byte[8], "TFORM1  = '1D'").saveCut(folder, 2880 + 400),
                FitsCode.TRUNCATED,
                2880 + 400);
        refuses(
                TestFits.file()
                        .table(8, 2, 0, 1, new byte[16], "TFORM1  = '1D'")
                        .saveCut(folder, DATA + 9),
                FitsCode.TRUNCATED,
                DATA + 9);
    }

    @Test
    void gzipThatBreaksOff() throws IOException {
        Path whole = TestFits.file()
                .table(8, 2, 0, 1, new byte[16], "TFORM1  = '1D'")
                .save(folder);
        Path packed = folder.resolve("cut.fits.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(Files.readAllBytes(whole));
        }
        byte[] bytes = Files.readAllBytes(packed);
        Files.write(packed, Arrays.copyOf(bytes, bytes.length - 20));
        assertThatThrownBy(() -> readAll(packed)).isInstanceOf(Refusal.class);
    }

    @Test
    void wrongChecksumsNameTheHduAndItsByte() throws IOException {
        Path file = SharedData.file("fits-votable/fits/checksum_false.fits");
        refuses(file, FitsCode.WRONG_CHECKSUM, 8640);
        ReadOptions ignore = new ReadOptions(Map.of("checksum", "ignore"));
        try (TableFile opened = new FitsTableReader().open(file, ignore)) {
            assertThat(Tables.read(opened, "RATE")).hasSize(5);
        }
    }

    @Test
    void warnsOfStaleChecksumsWhereOtherHdusHaveNone() throws IOException {
        try (TableFile opened =
                new FitsTableReader().open(SharedData.file("fits-votable/fits/chandra_time.fits"), ReadOptions.NONE)) {
            assertThat(opened.notices()).extracting(Diagnostic::code).contains(FitsCode.WRONG_CHECKSUM);
        }
    }

    @Test
    void longAndHierarchicalCardsAndRepeatedNames() throws IOException {
        Path file = TestFits.file()
                .table(
                        1,
                        1,
                        0,
                        1,
                        new byte[1],
                        "TFORM1  = '1B'",
                        "EXTNAME = 'A'",
                        "LONG    = 'one &'",
                        "CONTINUE  'two'",
                        "HIERARCH ESO DET = 5")
                .table(1, 1, 0, 1, new byte[1], "TFORM1  = '1B'", "EXTNAME = 'A'", "EXTVER  = 2")
                .table(1, 1, 0, 1, new byte[1], "TFORM1  = '1B'", "EXTNAME = 'A'")
                .save(folder);
        try (TableFile opened = new FitsTableReader().open(file, ReadOptions.NONE)) {
            assertThat(opened.tables()).extracting(SourceTable::name).isEqualTo(List.of("A", "A;2", "3"));
            assertThat(opened.tables().getFirst().metadata())
                    .containsEntry("LONG", "one two")
                    .containsEntry("ESO DET", "5");
        }
    }
}
