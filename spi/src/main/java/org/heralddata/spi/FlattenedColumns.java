package org.heralddata.spi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;

/**
 * Nested lists for formats that have none. A column {@code x} of shape {@code [null, null]} becomes two: {@code x} of shape
 * {@code [null]} holds all values of the row, list after list; {@code x_lengths} of shape {@code [null]} says how many
 * belong to each inner list, -1 for one that is missing. A further level adds {@code x_lengths_2}, and so on; {@code [3,
 * null]} has lengths of shape {@code [3]}. A row without a value has none in any of them.
 *
 * <p>Columns that are not nested stay as they are, in their places. Immutable, safe for many threads.
 */
public final class FlattenedColumns {
    private final List<Column> given;
    private final List<Column> columns;

    private FlattenedColumns(List<Column> given, List<Column> columns) {
        this.given = List.copyOf(given);
        this.columns = List.copyOf(columns);
    }

    public static FlattenedColumns of(List<Column> given) {
        var out = new ArrayList<Column>();
        var names = new HashSet<String>();
        given.forEach(column -> names.add(column.name()));
        given.forEach(column -> flatten(column, names, out));
        return new FlattenedColumns(given, out);
    }

    /** Opens a sink that takes batches of the given header and writes them flattened. */
    public static TableSink open(TableHeader header, Opening flat) throws IOException {
        FlattenedColumns flattened = of(header.columns());
        if (flattened.changesNothing()) {
            return flat.open(header);
        }
        TableSink sink = flat.open(flattened.header(header));
        return sink instanceof OverflowSink telling ? new TellingSink(flattened, telling) : new Sink(flattened, sink);
    }

    /** Opens a sink of a format without nested lists. */
    @FunctionalInterface
    public interface Opening {
        TableSink open(TableHeader header) throws IOException;
    }

    /** The columns to be written. */
    public List<Column> columns() {
        return columns;
    }

    /** True if no column is nested. */
    public boolean changesNothing() {
        return columns.size() == given.size();
    }

    /** A header of the same table, with {@link #columns()}. */
    public TableHeader header(TableHeader header) {
        return new TableHeader(header.name(), header.description(), header.rows(), columns, header.metadata());
    }

    /** The same rows with vectors as {@link #columns()}. */
    public Batch batch(Batch batch) {
        if (changesNothing()) {
            return batch;
        }
        var out = new ArrayList<Vector>();
        for (int c = 0; c < given.size(); c++) {
            Vector vector = batch.vectors().get(c);
            var lengths = new ArrayList<Vector>();
            for (Shape shape = given.get(c).shape(); shape.isNested(); shape = shape.inner()) {
                lengths.add(NestedLists.lengths(vector, shape.inner().fixedElements()));
                vector = NestedLists.joined(vector);
            }
            out.add(vector);
            out.addAll(lengths);
        }
        return new Batch(batch.rows(), out);
    }

    /** Adds what a column becomes. */
    private static void flatten(Column column, Set<String> names, List<Column> out) {
        var lengths = new ArrayList<Column>();
        Shape shape = column.shape();
        while (shape.isNested()) {
            Shape inner = shape.inner();
            Shape outer = new Shape(shape.sizes()
                    .subList(0, shape.sizes().size() - inner.sizes().size()));
            String name =
                    free(column.name() + "_lengths" + (lengths.isEmpty() ? "" : "_" + (lengths.size() + 1)), names);
            lengths.add(new Column(
                    name,
                    ColumnType.INT32,
                    outer,
                    null,
                    "meta.number",
                    "Lengths of the lists%s in %s, -1 for a missing one"
                            .formatted(lengths.isEmpty() ? "" : " of level " + (lengths.size() + 1), column.name())));
            shape = inner;
        }
        out.add(lengths.isEmpty() ? column : column.withShape(shape).withDescription(told(column, lengths)));
        out.addAll(lengths);
    }

    private static String told(Column column, List<Column> lengths) {
        String names = String.join(", ", lengths.stream().map(Column::name).toList());
        String note = "(lists of lists, one after the other; their lengths: " + names + ")";
        return column.description() == null ? note : column.description() + " " + note;
    }

    private static String free(String wanted, Set<String> names) {
        String name = wanted;
        while (!names.add(name)) {
            name += "_";
        }
        return name;
    }

    private record Sink(FlattenedColumns flattened, TableSink flat) implements TableSink {
        @Override
        public void write(Batch batch) throws IOException {
            flat.write(flattened.batch(batch));
        }

        @Override
        public void finish() throws IOException {
            flat.finish();
        }

        @Override
        public void close() throws IOException {
            flat.close();
        }
    }

    private record TellingSink(FlattenedColumns flattened, OverflowSink flat) implements OverflowSink {
        @Override
        public void write(Batch batch) throws IOException {
            flat.write(flattened.batch(batch));
        }

        @Override
        public void finish() throws IOException {
            flat.finish();
        }

        @Override
        public void finishCut() throws IOException {
            flat.finishCut();
        }

        @Override
        public void close() throws IOException {
            flat.close();
        }
    }
}
