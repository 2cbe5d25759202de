package org.heralddata.formats.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableReader;
import org.heralddata.testkit.TableReaderContract;
import org.heralddata.testkit.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class Hdf5TableReaderTest extends TableReaderContract {

    @Override
    protected TableReader reader() {
        return new Hdf5TableReader();
    }

    @Override
    protected Path sample(Path folder) throws IOException {
        return copy(folder);
    }

    @Override
    protected int changedCopies() {
        return 150;
    }

    private static Path copy(Path folder) throws IOException {
        Path file = folder.resolve("events.h5");
        try (InputStream in =
                Objects.requireNonNull(Hdf5TableReaderTest.class.getResourceAsStream("events.h5"), "events.h5")) {
            Files.copy(in, file);
        }
        return file;
    }

    @Test
    void aGroupIsATableNamedByItsPath(@TempDir Path folder) throws IOException {
        try (TableFile file = reader().open(copy(folder), ReadOptions.NONE)) {
            assertThat(file.metadata()).containsExactly(Map.entry("title", "Showers"));
            assertThat(file.tables()).extracting(SourceTable::name).containsExactly("/runs", "/events");
            SourceTable events = file.tables().get(1);
            assertThat(events.metadata()).containsEntry("array", "test");
            assertThat(events.columns())
                    .contains(
                            new Column("energy", ColumnType.FLOAT64, Shape.SCALAR, "GeV", null, "Primary energy"),
                            Column.of("id", ColumnType.INT32),
                            Column.of("core", ColumnType.FLOAT64).withShape(Shape.of(3)),
                            Column.of("hits", ColumnType.FLOAT32).withShape(Shape.LIST));
            assertThat(Tables.read(file, "/events", "id", "name", "hits").get(7))
                    .isEqualTo(List.of(7L, "e7", List.of(0.0, 1.0)));
        }
    }

    @Test
    void compoundsWithinCompoundsBecomeDottedColumns(@TempDir Path folder) throws IOException {
        try (TableFile file = reader().open(copy(folder), ReadOptions.NONE)) {
            assertThat(file.tables().getFirst().columns())
                    .containsExactly(
                            Column.of("run", ColumnType.UINT16),
                            Column.of("pos.x", ColumnType.FLOAT32),
                            Column.of("pos.y", ColumnType.FLOAT32),
                            Column.of("ok", ColumnType.BOOL));
            assertThat(Tables.read(file, "/runs").get(3)).isEqualTo(List.of(3L, 1.5, 0.0, false));
        }
    }

    @Test
    void linksOfOneNameOrNoneAreLeftOut(@TempDir Path folder) throws IOException {
        Path file = copy(folder);
        byte[] bytes = Files.readAllBytes(file);
        int core = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("core\0");
        System.arraycopy("name".getBytes(StandardCharsets.US_ASCII), 0, bytes, core, 4);
        int hits = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("hits\0");
        bytes[hits] = 0;
        Files.write(file, bytes);
        try (TableFile opened = reader().open(file, ReadOptions.NONE)) {
            assertThat(opened.tables().get(1).columns())
                    .extracting(Column::name)
                    .containsOnlyOnce("name");
            assertThat(opened.notices())
                    .extracting(Diagnostic::message)
                    .contains(
                            "`/events/name` is left out: its name is empty or given twice",
                            "`/events/` is left out: its name is empty or given twice");
        }
    }

    @Test
    void tellsTheByteAtWhichAFileEnds(@TempDir Path folder) throws IOException {
        Path file = copy(folder);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, 5000));
        assertThatThrownBy(() -> reader().open(file, ReadOptions.NONE))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    var told = refusal.diagnostics().getFirst();
                    assertThat(told.code()).isEqualTo(Hdf5Code.TRUNCATED);
                    assertThat(told.message()).endsWith("the file ends at byte 5000 of " + whole.length);
                    assertThat(told.location()).isEqualTo(new Location.InFile(file.toString(), null, 5000));
                });
    }

    @Test
    void tellsTheChunkThatDoesNotDecode(@TempDir Path folder) throws IOException {
        Path file = copy(folder);
        byte[] bytes = Files.readAllBytes(file);
        int zlib = find(bytes, new byte[] {0x78, 0x01});
        bytes[zlib + 2] ^= 0x7f;
        Files.write(file, bytes);
        try (TableFile open = reader().open(file, ReadOptions.NONE)) {
            assertThatThrownBy(() -> Tables.read(open, "/events", "energy"))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> {
                        var told = refusal.diagnostics().getFirst();
                        assertThat(told.code()).isEqualTo(Hdf5Code.BROKEN);
                        assertThat(told.location())
                                .isEqualTo(new Location.InFile(file.toString(), "/events/energy", zlib));
                    });
        }
    }

    private static int find(byte[] bytes, byte[] wanted) {
        for (int i = 0; i < bytes.length - wanted.length; i++) {
            if (bytes[i] == wanted[0] && bytes[i + 1] == wanted[1]) {
                return i;
            }
        }
        throw new AssertionError("not found");
    }
}
