package org.heralddata.query.adql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.heralddata.query.engine.BatchSource;
import org.jspecify.annotations.Nullable;

/**
 * A table that is made of what the catalogue knows, such as {@code tap_schema.tables}, and kept in memory.
 *
 * @param schema            its schema's name; {@code schemaDescription} is told with the first table of a schema
 * @param columns           scalar strings, numbers and timestamps
 * @param rows              cells as {@code String}, {@code Long}, {@code Double} or null
 */
public record SuppliedTable(
        String schema,
        String schemaDescription,
        String name,
        String description,
        @Nullable String utype,
        List<SuppliedColumn> columns,
        List<List<@Nullable Object>> rows) {

    public SuppliedTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * @param principal true if a client should show it unasked
     * @param standard  true if a standard defines it
     */
    public record SuppliedColumn(
            Column column, @Nullable String utype, @Nullable String xtype, boolean principal, boolean standard) {}

    List<Column> plainColumns() {
        return columns.stream().map(SuppliedColumn::column).toList();
    }

    /** The rows in batches. */
    BatchSource batches() {
        Iterator<Batch> batches = split().iterator();
        return () -> batches.hasNext() ? batches.next() : null;
    }

    private List<Batch> split() {
        var batches = new ArrayList<Batch>();
        for (int from = 0; from < rows.size(); from += Batch.ROWS) {
            var some = rows.subList(from, Math.min(rows.size(), from + Batch.ROWS));
            var vectors = new ArrayList<Vector>();
            for (int i = 0; i < columns.size(); i++) {
                vectors.add(vector(some, i, columns.get(i).column().type()));
            }
            batches.add(new Batch(some.size(), vectors));
        }
        return batches;
    }

    private static Vector vector(List<List<@Nullable Object>> rows, int column, ColumnType type) {
        int size = rows.size();
        var nulls = new BitSet();
        var texts = new @Nullable String[type == ColumnType.STRING ? size : 0];
        double[] reals = new double[type.isFloating() ? size : 0];
        long[] wholes = new long[texts.length == 0 && reals.length == 0 ? size : 0];
        Arrays.fill(reals, Double.NaN);
        for (int row = 0; row < size; row++) {
            Object cell = rows.get(row).get(column);
            switch (cell) {
                case null -> nulls.set(row);
                case String text -> texts[row] = text;
                case Number number when type.isFloating() -> reals[row] = number.doubleValue();
                case Number number -> wholes[row] = number.longValue();
                default -> throw new IllegalArgumentException("no cell: " + cell.getClass());
            }
        }
        if (type == ColumnType.STRING) {
            return new Vector.Strings(texts, size, nulls);
        }
        return type.isFloating() ? new Vector.Doubles(reals, size, nulls) : new Vector.Longs(wholes, size, nulls);
    }
}
