package org.heralddata.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;
import org.heralddata.spi.TableWriter;
import org.jspecify.annotations.Nullable;

/**
 * Tables as plain Java values, to be made and compared in tests.
 *
 * <p>A value is null, a Boolean, a Long (integers; nanoseconds of a timestamp; the bits of uint64), a Double (float32 too),
 * a String, a String of hexadecimal digits (bytes), or a List of these (of Lists where lists are nested). {@link java.time.Instant}s and other Numbers
 * are taken, but come back as Longs and Doubles.
 */
public final class Tables {

    private Tables() {}

    /** One row; the only way to write one that holds null. */
    public static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    /** The vector of one column. */
    public static Vector vector(Column column, List<@Nullable Object> values) {
        return Values.vector(column.type(), column.shape(), values);
    }

    /** One batch of all the rows given, at least one. */
    public static Batch batch(List<Column> columns, List<List<@Nullable Object>> rows) {
        var vectors = new ArrayList<Vector>();
        for (int c = 0; c < columns.size(); c++) {
            var values = new ArrayList<@Nullable Object>();
            for (List<@Nullable Object> row : rows) {
                values.add(row.get(c));
            }
            vectors.add(vector(columns.get(c), values));
        }
        return new Batch(rows.size(), vectors);
    }

    /** Batches of the rows given, each but the last of {@code size} rows. */
    public static List<Batch> batches(List<Column> columns, List<List<@Nullable Object>> rows, int size) {
        var batches = new ArrayList<Batch>();
        for (int from = 0; from < rows.size(); from += size) {
            batches.add(batch(columns, rows.subList(from, Math.min(rows.size(), from + size))));
        }
        return batches;
    }

    /** The rows of a batch. */
    public static List<List<@Nullable Object>> rows(List<Column> columns, Batch batch) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (int r = 0; r < batch.rows(); r++) {
            var row = new ArrayList<@Nullable Object>();
            for (int c = 0; c < columns.size(); c++) {
                row.add(Values.value(columns.get(c), batch.vectors().get(c), r));
            }
            rows.add(row);
        }
        return rows;
    }

    /** The columns of a table of a file: those named in that order, or all. */
    public static List<Column> columns(TableFile file, String table, String... names) {
        List<Column> all = file.tables().stream()
                .filter(t -> t.name().equals(table))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no table " + table))
                .columns();
        if (names.length == 0) {
            return all;
        }
        return Arrays.stream(names)
                .map(name -> all.stream()
                        .filter(c -> c.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no column " + name)))
                .toList();
    }

    /** All rows of a table of a file, of the columns named in that order, or of all. */
    public static List<List<@Nullable Object>> read(TableFile file, String table, String... names) throws IOException {
        List<Column> columns = columns(file, table, names);
        var rows = new ArrayList<List<@Nullable Object>>();
        try (TableCursor cursor = file.read(table, List.of(names))) {
            for (Batch batch = cursor.next(); batch != null; batch = cursor.next()) {
                rows.addAll(rows(columns, batch));
            }
        }
        return rows;
    }

    /** The bytes that a writer makes of the batches. */
    public static byte[] write(TableWriter writer, TableHeader header, List<Batch> batches) throws IOException {
        var out = new ByteArrayOutputStream();
        try (TableSink sink = writer.open(out, header)) {
            for (Batch batch : batches) {
                sink.write(batch);
            }
            sink.finish();
        }
        return out.toByteArray();
    }

    /** A file that holds one table in memory, of batches of {@link Batch#ROWS} rows. */
    public static TableFile file(String table, List<Column> columns, List<List<@Nullable Object>> rows) {
        return new MemoryFile(table, columns, batches(columns, rows, Batch.ROWS));
    }
}
