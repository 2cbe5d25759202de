package org.heralddata.query.engine;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBReadableVector;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** Gathers the cells of one column into a vector. */
abstract class CellGatherer {
    int size;

    @Nullable
    BitSet nulls;

    /** @param room rows that are expected, at least 1; there may be more */
    static CellGatherer of(ColumnType type, int room) {
        return switch (type) {
            case BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64, TIMESTAMP -> new Whole(type, room);
            case FLOAT32, FLOAT64 -> new Real(room);
            case STRING -> new Text(room);
            case BYTES -> new Bytes(room);
        };
    }

    /** Takes a cell of the result's row. */
    abstract void read(ResultSet result, int column) throws SQLException;

    /** Takes the first rows of a vector that {@link ChunkReader} can read. */
    void read(DuckDBReadableVector vector, int rows) throws SQLException {
        throw new IllegalStateException("not read from vectors");
    }

    /** Takes a value as JDBC has it; null for none. */
    abstract void add(@Nullable Object value) throws SQLException;

    abstract Vector vector();

    final void setNull() {
        if (nulls == null) {
            nulls = new BitSet();
        }
        nulls.set(size);
    }

    private static final class Whole extends CellGatherer {
        private final ColumnType type;
        private long[] values;

        Whole(ColumnType type, int room) {
            this.type = type;
            values = new long[room];
        }

        @Override
        void read(ResultSet result, int column) throws SQLException {
            long value;
            if (type == ColumnType.BOOL) {
                value = result.getBoolean(column) ? 1 : 0;
            } else if (type == ColumnType.UINT64) {
                BigDecimal unsigned = result.getBigDecimal(column);
                value = unsigned == null ? 0 : unsigned.longValue();
            } else {
                value = result.getLong(column);
            }
            put(value, result.wasNull());
        }

        @Override
        void read(DuckDBReadableVector vector, int rows) {
            DuckDBColumnType stored = vector.getType();
            for (int row = 0; row < rows; row++) {
                boolean isNull = vector.isNull(row);
                long value = isNull ? 0 : ChunkReader.whole(vector, stored, row);
                put(type == ColumnType.BOOL && value != 0 ? 1 : value, isNull);
            }
        }

        @Override
        void add(@Nullable Object value) {
            switch (value) {
                case null -> put(0, true);
                case Boolean truth -> put(truth ? 1 : 0, false);
                case Number number -> put(number.longValue(), false);
                default -> throw new IllegalStateException("no integer: " + value.getClass());
            }
        }

        private void put(long value, boolean isNull) {
            if (isNull) {
                setNull();
            }
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        @Override
        Vector vector() {
            return new Vector.Longs(values, size, nulls);
        }
    }

    private static final class Real extends CellGatherer {
        private double[] values;

        Real(int room) {
            values = new double[room];
        }

        @Override
        void read(ResultSet result, int column) throws SQLException {
            double value = result.getDouble(column);
            put(value, result.wasNull());
        }

        @Override
        void read(DuckDBReadableVector vector, int rows) {
            DuckDBColumnType stored = vector.getType();
            for (int row = 0; row < rows; row++) {
                boolean isNull = vector.isNull(row);
                put(isNull ? Double.NaN : ChunkReader.real(vector, stored, row), isNull);
            }
        }

        @Override
        void add(@Nullable Object value) {
            put(value instanceof Number number ? number.doubleValue() : Double.NaN, value == null);
        }

        private void put(double value, boolean isNull) {
            if (isNull) {
                setNull();
            }
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = isNull ? Double.NaN : value;
        }

        @Override
        Vector vector() {
            return new Vector.Doubles(values, size, nulls);
        }
    }

    private static final class Text extends CellGatherer {
        private @Nullable String[] values;

        Text(int room) {
            values = new @Nullable String[room];
        }

        @Override
        void read(ResultSet result, int column) throws SQLException {
            add(result.getString(column));
        }

        @Override
        void read(DuckDBReadableVector vector, int rows) {
            for (int row = 0; row < rows; row++) {
                add(vector.getString(row));
            }
        }

        @Override
        void add(@Nullable Object value) {
            if (value == null) {
                setNull();
            }
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value == null ? null : value.toString();
        }

        @Override
        Vector vector() {
            return new Vector.Strings(values, size, nulls);
        }
    }

    private static final class Bytes extends CellGatherer {
        private final List<byte @Nullable []> values;

        Bytes(int room) {
            values = new ArrayList<>(Math.min(room, 1024));
        }

        @Override
        void read(ResultSet result, int column) throws SQLException {
            put(result.getBytes(column));
        }

        @Override
        void add(@Nullable Object value) throws SQLException {
            put(value instanceof java.sql.Blob blob ? blob.getBytes(1, (int) blob.length()) : (byte[]) value);
        }

        private void put(byte @Nullable [] bytes) {
            if (bytes == null) {
                setNull();
            }
            values.add(bytes);
            size++;
        }

        @Override
        Vector vector() {
            return new Vector.Blobs(values.toArray(byte[][]::new), size, nulls);
        }
    }
}
