package org.heralddata.formats.ksy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
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

class KsyTableReaderTest extends TableReaderContract {
    private static final Path KSY = Samples.description("events.ksy");

    @TempDir
    private Path own;

    @Override
    protected TableReader reader() {
        return new KsyTableReader();
    }

    @Override
    protected Path sample(Path folder) throws IOException {
        Files.copy(KSY, folder.resolve("events.ksy"));
        return Files.write(folder.resolve("events.bin"), Samples.events(7));
    }

    @Override
    protected ReadOptions sampleOptions() {
        return Samples.options(KSY);
    }

    private TableFile events(int count, String... options) throws IOException {
        return Samples.open(Files.write(own.resolve("events.bin"), Samples.events(count)), KSY, options);
    }

    @Test
    void everyRepeatedStructureIsATable() throws IOException {
        try (TableFile file = events(5)) {
            assertThat(file.tables()).extracting(SourceTable::name).containsExactly("events", "events/hits");
            assertThat(file.tables().getFirst().metadata()).containsEntry("description", "One row an air shower");
            assertThat(Tables.columns(file, "events"))
                    .extracting(Column::name)
                    .containsExactly(
                            "number",
                            "time",
                            "energy",
                            "trigger",
                            "saturated",
                            "zenith_code",
                            "num_hits",
                            "hits.station",
                            "hits.charge",
                            "adc",
                            "comment",
                            "zenith",
                            "charge");
        }
    }

    @Test
    void columnsTellTypeShapeUnitAndMeaning() throws IOException {
        try (TableFile file = events(1)) {
            List<Column> columns = Tables.columns(file, "events", "time", "saturated", "hits.charge", "adc");
            assertThat(columns.get(0))
                    .isEqualTo(new Column(
                            "time", ColumnType.UINT64, Shape.SCALAR, "ns", "time.epoch", "Nanoseconds since 1970"));
            assertThat(columns.get(1).type()).isEqualTo(ColumnType.BOOL);
            assertThat(columns.get(2).shape()).isEqualTo(Shape.LIST);
            assertThat(columns.get(3))
                    .isEqualTo(Column.of("adc", ColumnType.INT16).withShape(Shape.of(4)));
        }
        try (TableFile file = events(1, "enums", "numbers")) {
            assertThat(Tables.columns(file, "events", "trigger").getFirst().description())
                    .isEqualTo("1 physics, 2 random, 7 calibration");
        }
    }

    @Test
    void readsScalarsBitsListsTextsAndInstances() throws IOException {
        try (TableFile file = events(20_000)) {
            List<List<Object>> rows = read(file, "events");
            assertThat(rows).hasSize(20_000);
            assertThat(rows.get(3))
                    .isEqualTo(Tables.row(
                            3L,
                            1_700_000_000_000_000_003L,
                            301.5,
                            "calibration",
                            true,
                            3L,
                            3L,
                            List.of(10L, 11L, 12L),
                            List.of(3000L, 3001L, 3002L),
                            List.of(-2L, -1L, 0L, 1L),
                            "event 3",
                            1.5,
                            3000L));
            assertThat(rows.get(4).subList(9, 13)).isEqualTo(Tables.row(List.of(-2L, -1L, 0L, 1L), null, 2.0, -1L));
        }
    }

    @Test
    void nestedTablesKnowTheRowAroundThem() throws IOException {
        try (TableFile file = events(4)) {
            assertThat(read(file, "events/hits"))
                    .containsExactly(
                            Tables.row(10L, 1000L, List.of(1L, 2L, 0L), 1L),
                            Tables.row(10L, 2000L, List.of(1L, 2L, 0L), 2L),
                            Tables.row(11L, 2001L, List.of(1L, 2L, 1L), 2L),
                            Tables.row(10L, 3000L, List.of(1L, 2L, 0L), 3L),
                            Tables.row(11L, 3001L, List.of(1L, 2L, 1L), 3L),
                            Tables.row(12L, 3002L, List.of(1L, 2L, 2L), 3L));
        }
    }

    @Test
    void outerGivesTheColumnsOfTheRowAroundThatStandBefore() throws IOException {
        try (TableFile file = events(3, "outer", "true")) {
            assertThat(Tables.read(file, "events/hits", "charge", "events.energy", "events.zenith", "events.comment"))
                    .containsExactly(
                            Tables.row(1000L, 100.5, 0.5, null),
                            Tables.row(2000L, 201.0, 1.0, null),
                            Tables.row(2001L, 201.0, 1.0, null));
        }
    }

    @Test
    void enumerationsComeAsLabelsOrNumbers() throws IOException {
        try (TableFile file = events(2)) {
            assertThat(Tables.read(file, "events", "trigger"))
                    .containsExactly(Tables.row("physics"), Tables.row("calibration"));
        }
        try (TableFile file = events(2, "enums", "numbers")) {
            assertThat(Tables.read(file, "events", "trigger")).containsExactly(Tables.row(1L), Tables.row(7L));
        }
    }

    @Test
    void scalarsOutsideOfTablesAreMetadata() throws IOException {
        try (TableFile file = events(2)) {
            assertThat(file.metadata())
                    .containsEntry("header.run", "4711")
                    .containsEntry("header.site", "Zugspitze")
                    .containsEntry("title", "Events of a small air shower array")
                    .containsEntry("ksy", "events.ksy");
            assertThat(file.metadata().get("ksy_sha256")).matches("[0-9a-f]{64}");
        }
    }

    @Test
    void findsTheDescriptionBesideTheData() throws IOException {
        Files.copy(KSY, own.resolve("run1.ksy"));
        Path data = Files.write(own.resolve("run1.dat"), Samples.events(3));
        try (TableFile file = new KsyTableReader().open(data, ReadOptions.NONE)) {
            assertThat(read(file, "events")).hasSize(3);
        }
    }

    @Test
    void readsGzipAsIfItWereNot() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(Samples.events(50));
        }
        Path data = Files.write(own.resolve("events.bin.gz"), packed.toByteArray());
        try (TableFile file = Samples.open(data, KSY)) {
            assertThat(read(file, "events")).hasSize(50);
        }
        Files.write(data, Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
        Diagnostics.assertRefusal(() -> Samples.open(data, KSY), "F783");
    }

    private static List<List<Object>> read(TableFile file, String table) throws IOException {
        @SuppressWarnings("unchecked") // rows without null where claims compare them
        List<List<Object>> rows = (List<List<Object>>) (List<?>) Tables.read(file, table);
        return rows;
    }
}
