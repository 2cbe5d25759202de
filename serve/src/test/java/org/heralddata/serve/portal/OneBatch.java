package org.heralddata.serve.portal;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.Vector;
import org.heralddata.query.RowStream;
import org.jspecify.annotations.Nullable;

/** Rows of a {@link FakeTable}, in one batch or none. */
final class OneBatch implements RowStream {
    private final List<Column> columns;
    private @Nullable Batch left;

    OneBatch(List<Column> columns, @Nullable Batch only) {
        this.columns = columns;
        this.left = only;
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public @Nullable Batch next() {
        Batch now = left;
        left = null;
        return now;
    }

    @Override
    public void close() {}

    static OneBatch of(FakeTable table, List<PublishedColumn> columns, int[] rows) {
        List<Vector> vectors = columns.stream().map(c -> vector(table, c, rows)).toList();
        return new OneBatch(
                columns.stream().map(PublishedColumn::toColumn).toList(),
                rows.length == 0 ? null : new Batch(rows.length, vectors));
    }

    private static Vector vector(FakeTable table, PublishedColumn column, int[] rows) {
        var nulls = new BitSet();
        IntStream.range(0, rows.length)
                .filter(i -> table.cell(column.name(), rows[i]) == null)
                .forEach(nulls::set);
        if (!column.shape().isScalar()) {
            double[] flat = IntStream.of(rows)
                    .mapToObj(r -> (double[]) Objects.requireNonNull(table.cell(column.name(), r)))
                    .flatMapToDouble(DoubleStream::of)
                    .toArray();
            int each = flat.length / Math.max(1, rows.length);
            int[] offsets =
                    IntStream.rangeClosed(0, rows.length).map(i -> i * each).toArray();
            return new Vector.Lists(offsets, new Vector.Doubles(flat, flat.length, null), rows.length, nulls);
        }
        return switch (column.type()) {
            case STRING ->
                new Vector.Strings(
                        IntStream.of(rows)
                                .mapToObj(r -> (String) table.cell(column.name(), r))
                                .toArray(String[]::new),
                        rows.length,
                        nulls);
            case FLOAT32, FLOAT64 ->
                new Vector.Doubles(
                        IntStream.of(rows)
                                .mapToDouble(r -> table.number(column.name(), r))
                                .toArray(),
                        rows.length,
                        nulls);
            default ->
                new Vector.Longs(
                        IntStream.of(rows)
                                .mapToLong(r -> integer(table.cell(column.name(), r)))
                                .toArray(),
                        rows.length,
                        nulls);
        };
    }

    private static long integer(@Nullable Object cell) {
        return switch (cell) {
            case Long l -> l;
            case Boolean b -> b ? 1 : 0;
            case null, default -> 0;
        };
    }
}
