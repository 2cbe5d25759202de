package org.heralddata.formats.parquet;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import org.duckdb.DuckDBReadableVector;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** Gathers values of one type out of DuckDB's chunks. */
final class Gather {
    private final ColumnType type;
    private long[] longs = new long[0];
    private double[] doubles = new double[0];
    private @Nullable String[] strings = new @Nullable String[0];
    private byte[][] blobs = new byte[0][];
    private @Nullable BitSet nulls;
    private int size;

    Gather(ColumnType type) {
        this.type = type;
    }

    /** Adds the values {@code from} to {@code to}, end excluded. */
    void add(DuckDBReadableVector vector, int from, int to) {
        grow(size + to - from);
        for (int i = from; i < to; i++) {
            if (vector.isNull(i)) {
                if (nulls == null) {
                    nulls = new BitSet();
                }
                nulls.set(size + i - from);
            }
        }
        switch (type) {
            case FLOAT64 -> {
                for (int i = from, p = size; i < to; i++, p++) {
                    doubles[p] = vector.getDouble(i, Double.NaN);
                }
            }
            case FLOAT32 -> {
                for (int i = from, p = size; i < to; i++, p++) {
                    doubles[p] = vector.getFloat(i, Float.NaN);
                }
            }
            case INT64, TIMESTAMP -> {
                for (int i = from, p = size; i < to; i++, p++) {
                    longs[p] = vector.getLong(i, 0);
                }
            }
            case INT32 -> {
                for (int i = from, p = size; i < to; i++, p++) {
                    longs[p] = vector.getInt(i, 0);
                }
            }
            case INT16 -> {
                for (int i = from, p = size; i < to; i++, p++) {
                    longs[p] = vector.getShort(i, (short) 0);
                }
            }
            case BOOL, INT8, UINT8, UINT16, UINT32, UINT64, STRING, BYTES -> addOneByOne(vector, from, to);
        }
        size += to - from;
    }

    private void addOneByOne(DuckDBReadableVector vector, int from, int to) {
        for (int i = from, p = size; i < to; i++, p++) {
            if (vector.isNull(i)) {
                continue;
            }
            switch (type) {
                case BOOL -> longs[p] = vector.getBoolean(i) ? 1 : 0;
                case INT8 -> longs[p] = vector.getByte(i);
                case UINT8 -> longs[p] = vector.getUint8(i);
                case UINT16 -> longs[p] = vector.getUint16(i);
                case UINT32 -> longs[p] = vector.getUint32(i);
                case UINT64 -> longs[p] = vector.getUint64(i).longValue();
                case STRING -> strings[p] = vector.getString(i);
                case BYTES -> blobs[p] = HexFormat.of().parseHex(vector.getString(i));
                case INT16, INT32, INT64, TIMESTAMP, FLOAT32, FLOAT64 -> throw new IllegalStateException(type.name());
            }
        }
    }

    private void grow(int wanted) {
        switch (type) {
            case FLOAT32, FLOAT64 ->
                doubles = wanted <= doubles.length ? doubles : Arrays.copyOf(doubles, room(wanted));
            case STRING -> strings = wanted <= strings.length ? strings : Arrays.copyOf(strings, room(wanted));
            case BYTES -> blobs = wanted <= blobs.length ? blobs : Arrays.copyOf(blobs, room(wanted));
            case BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64, TIMESTAMP ->
                longs = wanted <= longs.length ? longs : Arrays.copyOf(longs, room(wanted));
        }
    }

    private static int room(int wanted) {
        return Math.max(2048, Math.addExact(wanted, wanted / 2));
    }

    int size() {
        return size;
    }

    /** The vector of all values; nothing may be added after. */
    Vector take() {
        return switch (type) {
            case FLOAT32, FLOAT64 -> new Vector.Doubles(doubles, size, nulls);
            case STRING -> new Vector.Strings(strings, size, nulls);
            case BYTES -> new Vector.Blobs(blobs, size, nulls);
            case BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64, TIMESTAMP ->
                new Vector.Longs(longs, size, nulls);
        };
    }
}
