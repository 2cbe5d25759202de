package org.heralddata.store.write;

import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBWritableVector;
import org.heralddata.model.table.Vector;
import org.heralddata.store.write.StoredField.Kind;

/**
 * Fills a column of DuckDB with one scalar field. What DuckDB's Java functions do not take is sent in another type, and
 * made what it should be by an SQL expression.
 *
 * @param source      place of its column in a batch
 * @param nanoseconds whether it is the second field of a timestamp
 */
record FieldFiller(int source, StoredField field, boolean nanoseconds) {
    private static final long NANOS_PER_MICRO = 1_000;

    /** Name of a result column of {@link RowsFunction}. */
    static String column(int index) {
        return "c" + index;
    }

    /** The type that is sent. */
    DuckDBColumnType type() {
        return switch (field.kind()) {
            case BOOLEAN -> DuckDBColumnType.BOOLEAN;
            case INT -> DuckDBColumnType.INTEGER;
            case LONG, DECIMAL20, TIMESTAMP -> DuckDBColumnType.BIGINT;
            case FLOAT -> DuckDBColumnType.FLOAT;
            case DOUBLE -> DuckDBColumnType.DOUBLE;
            case STRING, BINARY -> DuckDBColumnType.VARCHAR;
        };
    }

    /** What makes the field of a sent column. */
    String expression(int index) {
        String sent = column(index);
        return switch (field.kind()) {
            case BOOLEAN, INT, LONG, FLOAT, DOUBLE, STRING -> sent;
            case DECIMAL20 ->
                "(%1$s::HUGEINT + CASE WHEN %1$s < 0 THEN 18446744073709551616 ELSE 0 END)::DECIMAL(20,0)"
                        .formatted(sent);
            case BINARY -> "unhex(%s)".formatted(sent);
            case TIMESTAMP -> "make_timestamp(%s)".formatted(sent);
        };
    }

    void fill(DuckDBWritableVector target, List<Vector> vectors, int from, int rows) throws SQLException {
        Vector vector = vectors.get(source);
        switch (vector) {
            case Vector.Longs longs -> fillLongs(target, longs.values(), from, rows);
            case Vector.Doubles doubles -> fillDoubles(target, doubles.values(), from, rows);
            case Vector.Strings strings -> {
                for (int i = 0; i < rows; i++) {
                    if (!vector.isNull(from + i)) {
                        target.setString(i, strings.values()[from + i]);
                    }
                }
            }
            case Vector.Blobs blobs -> {
                for (int i = 0; i < rows; i++) {
                    if (!vector.isNull(from + i)) {
                        target.setString(i, HexFormat.of().formatHex(blobs.values()[from + i]));
                    }
                }
            }
            case Vector.Lists _ -> throw new IllegalArgumentException("lists in the scalar column " + field.name());
        }
        if (vector.nulls() != null) {
            for (int i = vector.nulls().nextSetBit(from);
                    i >= 0 && i < from + rows;
                    i = vector.nulls().nextSetBit(i + 1)) {
                target.setNull(i - from);
            }
        }
    }

    private void fillLongs(DuckDBWritableVector target, long[] values, int from, int rows) {
        switch (field.kind()) {
            case BOOLEAN -> {
                for (int i = 0; i < rows; i++) {
                    target.setBoolean(i, values[from + i] != 0);
                }
            }
            case INT -> {
                for (int i = 0; i < rows; i++) {
                    long value = values[from + i];
                    target.setInt(i, (int) (nanoseconds ? Math.floorMod(value, NANOS_PER_MICRO) : value));
                }
            }
            case LONG, DECIMAL20 -> {
                for (int i = 0; i < rows; i++) {
                    target.setLong(i, values[from + i]);
                }
            }
            case TIMESTAMP -> {
                for (int i = 0; i < rows; i++) {
                    target.setLong(i, Math.floorDiv(values[from + i], NANOS_PER_MICRO));
                }
            }
            case FLOAT, DOUBLE, STRING, BINARY -> throw mismatch();
        }
    }

    private void fillDoubles(DuckDBWritableVector target, double[] values, int from, int rows) {
        if (field.kind() == Kind.FLOAT) {
            for (int i = 0; i < rows; i++) {
                target.setFloat(i, (float) values[from + i]);
            }
        } else if (field.kind() == Kind.DOUBLE) {
            for (int i = 0; i < rows; i++) {
                target.setDouble(i, values[from + i]);
            }
        } else {
            throw mismatch();
        }
    }

    private IllegalArgumentException mismatch() {
        return new IllegalArgumentException("a vector of another type than its column " + field.name());
    }
}
