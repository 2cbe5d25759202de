package org.heralddata.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.spi.FileHead;
import org.heralddata.spi.FlattenedColumns;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.Recognition;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableReader;
import org.heralddata.spi.TableSink;
import org.heralddata.spi.TableWriter;
import org.heralddata.spi.WriteCode;
import org.heralddata.spi.WriteOption;
import org.heralddata.spi.WriteOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every {@link TableWriter} must do, read back through a reader. A writer's test extends it and declares, in the
 * {@code expected…} methods, where its format cannot keep what it was given.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
public abstract class TableWriterContract {

    @TempDir
    private Path folder;

    private @Nullable TableWriter chosen;

    /** The writer under test, under a choice of its options. */
    private TableWriter writing() {
        return chosen != null ? chosen : writer();
    }

    /** The writer under test. */
    protected abstract TableWriter writer();

    /** Reads what the writer wrote. */
    protected abstract TableReader reader();

    /** How to read it. */
    protected ReadOptions readOptions() {
        return ReadOptions.NONE;
    }

    /**
     * False if the format cannot hold such a column; then {@link TableWriter#open} is not tried with it. Lists of lists
     * are what few hold.
     */
    protected boolean writes(Column column) {
        return !column.shape().isNested();
    }

    /** How the format keeps lists of lists. */
    protected enum Nested {
        /** As they are, if {@link #writes} them. */
        AS_THEY_ARE,
        /** So, and a list that is missing within a list too. */
        WITH_MISSING,
        /** As the two columns of {@link FlattenedColumns}, which are what the {@code expected…} methods see. */
        FLATTENED
    }

    /** How the format keeps lists of lists. */
    protected Nested nested() {
        return Nested.AS_THEY_ARE;
    }

    /** What comes back of a column: name, type, shape, unit, UCD, description. */
    protected Column expectedColumn(Column written) {
        return written;
    }

    /** What comes back of a value (as {@link Tables} has it), such as NaN for a null of a format without nulls. */
    protected @Nullable Object expectedValue(Column column, @Nullable Object written) {
        return written;
    }

    /** What comes back of a table's metadata. */
    protected SequencedMap<String, String> expectedMetadata(SequencedMap<String, String> written) {
        return written;
    }

    /** What comes back of a table's description; null if the format has no place for it. */
    protected @Nullable String expectedDescription(String written) {
        return null;
    }

    @Test
    void keepsEveryTypeAndShape() throws IOException {
        List<Column> columns =
                WriterSamples.columns().stream().filter(this::writes).toList();
        checkRoundTrip(columns, columns.stream().map(WriterSamples::values).toList());
    }

    @Test
    void keepsMissingListsWithinLists() throws IOException {
        if (nested() != Nested.AS_THEY_ARE) {
            List<Column> columns = WriterSamples.nested();
            checkRoundTrip(
                    columns,
                    columns.stream().map(WriterSamples::withMissingLists).toList());
        }
    }

    @Test
    void keepsNulls() throws IOException {
        List<Column> columns =
                WriterSamples.columns().stream().filter(this::writes).toList();
        var values = new ArrayList<List<@Nullable Object>>();
        for (int c = 0; c < columns.size(); c++) {
            values.add(WriterSamples.withNulls(columns.get(c), c));
        }
        checkRoundTrip(columns, values);
    }

    @Test
    void keepsManyBatchesOfAnySize() throws IOException {
        List<Column> columns = plainColumns();
        List<List<@Nullable Object>> rows = plainRows(20_001);
        for (OptionalLong told : List.of(OptionalLong.empty(), OptionalLong.of(rows.size()))) {
            TableHeader header = header(columns, told);
            var batches = new ArrayList<Batch>(Tables.batches(columns, rows.subList(0, 10), 3));
            batches.addAll(Tables.batches(columns, rows.subList(10, rows.size()), Batch.ROWS));
            byte[] bytes = Tables.write(writing(), header, batches);
            assertThat(readBack(bytes)).isEqualTo(rows);
        }
    }

    @Test
    void writesATableWithoutRows() throws IOException {
        for (OptionalLong told : List.of(OptionalLong.empty(), OptionalLong.of(0))) {
            byte[] bytes = Tables.write(writing(), header(plainColumns(), told), List.of());
            try (TableFile file = open(bytes)) {
                SourceTable table = file.tables().getFirst();
                assertThat(table.columns()).extracting(Column::name).containsExactly("event", "energy", "kind");
                assertThat(Tables.read(file, table.name())).isEmpty();
            }
        }
    }

    @Test
    void keepsUnitsUcdsDescriptionsAndMetadata() throws IOException {
        List<Column> columns = List.of(
                new Column(
                        "event", ColumnType.INT64, plain().shape(), null, "meta.id;meta.main", "Number of the event"),
                new Column(
                        "energy",
                        ColumnType.FLOAT64,
                        plain().shape(),
                        "GeV",
                        "phys.energy",
                        "Energy, \"γ\" (µ, #) = 5 %"),
                new Column("kind", ColumnType.STRING, plain().shape(), null, null, null));
        SequencedMap<String, String> metadata = new LinkedHashMap<>();
        metadata.put("title", "Čerenkov \"events\": <all> & more, #1");
        metadata.put("licence", "CC-BY-4.0");
        metadata.put("citation", "First line\nsecond line");
        metadata.put("selection", "energy > 15.5 and kind = 'γ'");
        var header = new TableHeader("events", "All the events", OptionalLong.empty(), columns, metadata);
        byte[] bytes = Tables.write(writing(), header, List.of(Tables.batch(columns, plainRows(5))));
        try (TableFile file = open(bytes)) {
            SourceTable table = file.tables().getFirst();
            assertThat(table.columns())
                    .isEqualTo(columns.stream().map(this::expectedColumn).toList());
            var found = new LinkedHashMap<>(file.metadata());
            found.putAll(table.metadata());
            assertThat(found).containsAllEntriesOf(expectedMetadata(metadata));
            String description = expectedDescription(header.description());
            if (description != null) {
                assertThat(found).containsValue(description);
            }
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(text.split("CC-BY-4.0", -1)).as("licence written once").hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void leavesTheStreamOpenAndEndsQuietlyWhenGivenUp() throws IOException {
        var closed = new boolean[1];
        var out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        TableSink sink = writing().open(out, header(plainColumns(), OptionalLong.empty()));
        sink.write(Tables.batch(plainColumns(), plainRows(3)));
        sink.close();
        sink.close();
        assertThat(closed[0]).isFalse();
    }

    @Test
    void estimatesTheSizeOfARow() throws IOException {
        TableHeader header = header(plainColumns(), OptionalLong.of(20_000));
        byte[] bytes = Tables.write(writing(), header, Tables.batches(plainColumns(), plainRows(20_000), Batch.ROWS));
        double told = writing().bytesPerRow(header) * 20_000;
        assertThat(Math.log(told / bytes.length))
                .as("%s told, %s true", told, bytes.length)
                .isCloseTo(0, within(1.6));
    }

    @Test
    void isRecognisedByTheReader() throws IOException {
        byte[] bytes = Tables.write(
                writing(),
                header(plainColumns(), OptionalLong.empty()),
                List.of(Tables.batch(plainColumns(), plainRows(3))));
        assertThat(reader().recognise(FileHead.of(save(bytes)))).isNotEqualTo(Recognition.NO);
    }

    /** Every value of every option keeps what the usual ones keep. */
    @Test
    void keepsAllUnderEveryChoice() throws IOException {
        for (WriteOption option : WriteOptions.of(writer())) {
            for (String value : option.names()) {
                chosen = WriteOptions.apply(writer(), Map.of(option.name(), value));
                assertThat(chosen.format()).isEqualTo(writer().format());
                keepsEveryTypeAndShape();
                keepsNulls();
                keepsManyBatchesOfAnySize();
                writesATableWithoutRows();
                keepsUnitsUcdsDescriptionsAndMetadata();
                estimatesTheSizeOfARow();
                isRecognisedByTheReader();
            }
        }
    }

    @Test
    void refusesOptionsThatItDoesNotHave() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> WriteOptions.apply(writer(), Map.of("no-such", "value")))
                .satisfies(refusal -> assertThat(refusal.diagnostics())
                        .extracting(Diagnostic::code)
                        .containsExactly(WriteCode.UNKNOWN_OPTION));
    }

    private void checkRoundTrip(List<Column> columns, List<List<@Nullable Object>> values) throws IOException {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (int r = 0; r < values.getFirst().size(); r++) {
            var row = new ArrayList<@Nullable Object>();
            for (List<@Nullable Object> column : values) {
                row.add(column.get(r));
            }
            rows.add(row);
        }
        Batch batch = Tables.batch(columns, rows);
        byte[] bytes = Tables.write(writing(), header(columns, OptionalLong.of(rows.size())), List.of(batch));
        boolean flat = nested() == Nested.FLATTENED;
        FlattenedColumns flattened = FlattenedColumns.of(columns);
        List<Column> kept = flat ? flattened.columns() : columns;
        List<List<@Nullable Object>> expected = expected(kept, flat ? Tables.rows(kept, flattened.batch(batch)) : rows);
        try (TableFile file = open(bytes)) {
            SourceTable table = file.tables().getFirst();
            assertThat(table.columns())
                    .isEqualTo(kept.stream().map(this::expectedColumn).toList());
            List<List<@Nullable Object>> found = Tables.read(file, table.name());
            assertThat(found).hasSameSizeAs(expected);
            for (int r = 0; r < expected.size(); r++) {
                for (int c = 0; c < kept.size(); c++) {
                    assertThat(found.get(r).get(c))
                            .as("%s in row %d", kept.get(c).name(), r)
                            .isEqualTo(expected.get(r).get(c));
                }
            }
        }
    }

    private List<List<@Nullable Object>> expected(List<Column> columns, List<List<@Nullable Object>> rows) {
        var expected = new ArrayList<List<@Nullable Object>>();
        for (List<@Nullable Object> row : rows) {
            var back = new ArrayList<@Nullable Object>();
            for (int c = 0; c < columns.size(); c++) {
                back.add(expectedValue(columns.get(c), row.get(c)));
            }
            expected.add(back);
        }
        return expected;
    }

    private List<List<@Nullable Object>> readBack(byte[] bytes) throws IOException {
        try (TableFile file = open(bytes)) {
            return Tables.read(file, file.tables().getFirst().name());
        }
    }

    private TableFile open(byte[] bytes) throws IOException {
        return reader().open(save(bytes), readOptions());
    }

    private Path save(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("written." + writing().extension()), bytes);
    }

    private static Column plain() {
        return Column.of("plain", ColumnType.INT64);
    }

    private static TableHeader header(List<Column> columns, OptionalLong rows) {
        return new TableHeader("events", "", rows, columns, new LinkedHashMap<>());
    }

    private static List<Column> plainColumns() {
        return List.of(
                Column.of("event", ColumnType.INT64),
                Column.of("energy", ColumnType.FLOAT64),
                Column.of("kind", ColumnType.STRING));
    }

    private static List<List<@Nullable Object>> plainRows(int count) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (int i = 0; i < count; i++) {
            rows.add(Tables.row((long) i * 1_000_003, 1.0 / (i + 1), "kind" + i % 3));
        }
        return rows;
    }
}
