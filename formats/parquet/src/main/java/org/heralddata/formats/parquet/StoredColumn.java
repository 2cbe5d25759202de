package org.heralddata.formats.parquet;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import org.duckdb.DuckDBAppender;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/**
 * How a column waits in DuckDB until the file is written: as a type that its appender takes, cast to the final type by
 * {@link #selected()}.
 */
final class StoredColumn {
    private static final String UNSIGNED =
            "CASE WHEN %1$s < 0 THEN CAST(CAST(%1$s AS HUGEINT) + 18446744073709551616 AS UBIGINT) ELSE CAST(%1$s AS UBIGINT) END";

    private final Column column;
    private final String name;
    private final ColumnType type;

    /** @param name in DuckDB, where upper and lower case count as equal */
    StoredColumn(Column column, String name) {
        this.column = column;
        this.name = name;
        this.type = column.type();
    }

    private boolean isList() {
        return !column.shape().isScalar();
    }

    private String brackets() {
        return "[]".repeat(column.shape().levels());
    }

    /** Name and type for {@code CREATE TABLE}. */
    String declared() {
        return name + " " + (isList() ? listType() : scalarType()) + brackets();
    }

    private String scalarType() {
        return switch (type) {
            case BOOL -> "BOOLEAN";
            case INT8 -> "TINYINT";
            case INT16, UINT8 -> "SMALLINT";
            case INT32, UINT16 -> "INTEGER";
            case INT64, UINT32, UINT64, TIMESTAMP -> "BIGINT";
            case FLOAT32 -> "FLOAT";
            case FLOAT64 -> "DOUBLE";
            case STRING -> "VARCHAR";
            case BYTES -> "BLOB";
        };
    }

    private String listType() {
        return switch (type) {
            case BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64, TIMESTAMP -> "BIGINT";
            case FLOAT32, FLOAT64 -> "DOUBLE";
            case STRING, BYTES -> "VARCHAR";
        };
    }

    /** The final value under the column's own name, for {@code SELECT}. */
    String selected() {
        String sql = switch (type) {
            case UINT64 -> isList() ? each(UNSIGNED.formatted("x")) : UNSIGNED.formatted(name);
            case TIMESTAMP -> isList() ? each("make_timestamp_ns(x)") : "make_timestamp_ns(%s)".formatted(name);
            case BYTES -> isList() ? each("unhex(x)") : name;
            case BOOL -> isList() ? each("x <> 0") : name;
            case INT8 -> cast("TINYINT");
            case INT16 -> cast("SMALLINT");
            case INT32 -> cast("INTEGER");
            case UINT8 -> cast("UTINYINT");
            case UINT16 -> cast("USMALLINT");
            case UINT32 -> cast("UINTEGER");
            case FLOAT32 -> cast("FLOAT");
            case INT64, FLOAT64, STRING -> name;
        };
        return sql + " AS " + Duck.name(column.name());
    }

    /** @param element SQL of what becomes of an element {@code x} */
    private String each(String element) {
        String sql = "list_transform(%s, lambda x: " + element + ")";
        for (int level = 1; level < column.shape().levels(); level++) {
            sql = "list_transform(%s, lambda " + "y".repeat(level) + ": " + sql.formatted("y".repeat(level)) + ")";
        }
        return sql.formatted(name);
    }

    private String cast(String to) {
        return "CAST(%s AS %s%s)".formatted(name, to, brackets());
    }

    void append(DuckDBAppender out, Vector vector, int row) throws SQLException {
        if (vector.isNull(row)) {
            out.appendNull();
            return;
        }
        switch (vector) {
            case Vector.Longs(var values, var size, var nulls) -> appendLong(out, values[row]);
            case Vector.Doubles(var values, var size, var nulls) -> {
                if (type == ColumnType.FLOAT32) {
                    out.append((float) values[row]);
                } else {
                    out.append(values[row]);
                }
            }
            case Vector.Strings(var values, var size, var nulls) -> out.append(values[row]);
            case Vector.Blobs(var values, var size, var nulls) -> out.append(values[row]);
            case Vector.Lists(var offsets, var elements, var size, var nulls) ->
                appendList(out, elements, offsets[row], offsets[row + 1]);
        }
    }

    private void appendLong(DuckDBAppender out, long value) throws SQLException {
        switch (type) {
            case BOOL -> out.append(value != 0);
            case INT8 -> out.append((byte) value);
            case INT16, UINT8 -> out.append((short) value);
            case INT32, UINT16 -> out.append((int) value);
            case INT64, UINT32, UINT64, TIMESTAMP -> out.append(value);
            case FLOAT32, FLOAT64, STRING, BYTES -> throw new IllegalArgumentException("integers for " + column);
        }
    }

    private static void appendList(DuckDBAppender out, Vector elements, int from, int to) throws SQLException {
        int length = to - from;
        boolean[] missing = new boolean[length];
        for (int i = 0; i < length; i++) {
            missing[i] = elements.isNull(from + i);
        }
        switch (elements) {
            case Vector.Longs(var values, var size, var nulls) ->
                out.append(Arrays.copyOfRange(values, from, to), missing);
            case Vector.Doubles(var values, var size, var nulls) ->
                out.append(Arrays.copyOfRange(values, from, to), missing);
            case Vector.Strings(var values, var size, var nulls) -> {
                var texts = new ArrayList<@Nullable String>(length);
                for (int i = from; i < to; i++) {
                    texts.add(values[i]);
                }
                out.append(texts);
            }
            case Vector.Blobs(var values, var size, var nulls) -> {
                var texts = new ArrayList<@Nullable String>(length);
                for (int i = from; i < to; i++) {
                    texts.add(missing[i - from] ? null : HexFormat.of().formatHex(values[i]));
                }
                out.append(texts);
            }
            case Vector.Lists lists -> out.append(NestedCells.of(lists, from, to));
        }
    }
}
