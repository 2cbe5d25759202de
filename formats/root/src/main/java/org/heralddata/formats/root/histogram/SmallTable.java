package org.heralddata.formats.root.histogram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.heralddata.formats.root.cells.AxisTitle;
import org.heralddata.formats.root.table.ObjectTable;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;
import org.jspecify.annotations.Nullable;

/** A table in memory: what a histogram or graph holds is there already. */
final class SmallTable implements ObjectTable {
    private final SourceTable described;
    private final List<Values> values;

    private SmallTable(SourceTable described, List<Values> values) {
        this.described = described;
        this.values = values;
    }

    /** The values of a column. */
    sealed interface Values {
        @SuppressWarnings("ArrayRecordComponent") // numbers as they are, not changed
        record Numbers(double[] values) implements Values {}

        record Texts(List<String> values) implements Values {}
    }

    /** Collects columns of equal length. */
    static final class Builder {
        private final List<Column> columns = new ArrayList<>();
        private final List<Values> values = new ArrayList<>();

        /** @param title of the axis, which may end with a unit; may be empty */
        Builder add(String name, String title, double[] numbers) {
            columns.add(new Column(
                    name,
                    ColumnType.FLOAT64,
                    Shape.SCALAR,
                    AxisTitle.unit(title),
                    null,
                    title.isBlank() ? null : title.strip()));
            values.add(new Values.Numbers(numbers));
            return this;
        }

        Builder add(String name, List<String> texts) {
            columns.add(Column.of(name, ColumnType.STRING));
            values.add(new Values.Texts(texts));
            return this;
        }

        ObjectTable build(String path, long rows, SequencedMap<String, String> metadata) {
            return new SmallTable(new SourceTable(path, OptionalLong.of(rows), columns, metadata), List.copyOf(values));
        }
    }

    @Override
    public SourceTable described() {
        return described;
    }

    @Override
    public TableCursor read(List<String> columns) {
        List<String> names = described.columns().stream().map(Column::name).toList();
        List<Values> wanted =
                columns.stream().map(c -> values.get(names.indexOf(c))).toList();
        int rows = (int) described.rows().orElse(0);
        return new TableCursor() {
            private int at;

            @Override
            public @Nullable Batch next() {
                if (at >= rows) {
                    return null;
                }
                int from = at;
                at = Math.min(rows, from + Batch.ROWS);
                return new Batch(
                        at - from, wanted.stream().map(v -> slice(v, from, at)).toList());
            }

            @Override
            public void close() {
                at = rows;
            }
        };
    }

    private static Vector slice(Values values, int from, int to) {
        return switch (values) {
            case Values.Numbers(var numbers) ->
                new Vector.Doubles(Arrays.copyOfRange(numbers, from, to), to - from, null);
            case Values.Texts(var texts) ->
                new Vector.Strings(texts.subList(from, to).toArray(String[]::new), to - from, null);
        };
    }
}
