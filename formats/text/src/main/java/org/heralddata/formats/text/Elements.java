package org.heralddata.formats.text;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Gathers values of one type out of JSON. */
final class Elements implements Gathered {
    private final ColumnType type;
    private long[] longs = new long[0];
    private double[] doubles = new double[0];
    private @Nullable String[] strings = new @Nullable String[0];
    private byte[][] blobs = new byte[0][];
    private @Nullable BitSet nulls;
    private int size;
    private long weight;

    Elements(ColumnType type) {
        this.type = type;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public long weight() {
        return weight;
    }

    @Override
    public void addNulls(int count) {
        if (count == 0) {
            return;
        }
        grow(size + count);
        if (nulls == null) {
            nulls = new BitSet();
        }
        nulls.set(size, size + count);
        size += count;
    }

    @Override
    public boolean add(JsonParser json) {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            addNulls(1);
            return true;
        }
        grow(size + 1);
        boolean good = put(json);
        size += good ? 1 : 0;
        return good;
    }

    private boolean put(JsonParser json) {
        JsonToken token = json.currentToken();
        return switch (type) {
            case FLOAT32, FLOAT64 -> putDouble(json, token);
            case STRING -> {
                String text = json.getString();
                strings[size] = text;
                weight += text == null ? 0 : text.length();
                yield token.isScalarValue();
            }
            case BYTES -> putBytes(json, token);
            case BOOL -> {
                longs[size] = token == JsonToken.VALUE_TRUE ? 1 : 0;
                yield token.isBoolean();
            }
            case TIMESTAMP -> {
                longs[size] = token == JsonToken.VALUE_STRING ? Timestamps.parse(json.getString()) : Timestamps.NONE;
                yield longs[size] != Timestamps.NONE;
            }
            case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64 -> putInteger(json, token);
        };
    }

    private boolean putDouble(JsonParser json, JsonToken token) {
        if (token == JsonToken.VALUE_STRING) {
            Double special = special(json.getString());
            doubles[size] = special == null ? 0 : special;
            return special != null;
        }
        if (!token.isNumeric()) {
            return false;
        }
        double value = json.getDoubleValue();
        doubles[size] =
                type == ColumnType.FLOAT32 && Double.isFinite(value) ? Float.parseFloat(json.getString()) : value;
        return true;
    }

    /** The number that JSON can only spell as a string; null if it is none. */
    static @Nullable Double special(String text) {
        return switch (text) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> null;
        };
    }

    private boolean putInteger(JsonParser json, JsonToken token) {
        if (token != JsonToken.VALUE_NUMBER_INT) {
            return false;
        }
        try {
            longs[size] = type == ColumnType.UINT64
                    ? Long.parseUnsignedLong(json.getString())
                    : Long.parseLong(json.getString());
        } catch (NumberFormatException tooLarge) {
            return false;
        }
        return IntegerRanges.holds(type, longs[size]);
    }

    private boolean putBytes(JsonParser json, JsonToken token) {
        if (token != JsonToken.VALUE_STRING) {
            return false;
        }
        try {
            blobs[size] = HexFormat.of().parseHex(json.getString());
            weight += blobs[size].length;
            return true;
        } catch (IllegalArgumentException no) {
            return false;
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
        return Math.max(64, Math.max(wanted, Math.addExact(wanted, wanted / 2)));
    }

    @Override
    public Vector take() {
        return switch (type) {
            case FLOAT32, FLOAT64 -> new Vector.Doubles(doubles, size, nulls);
            case STRING -> new Vector.Strings(strings, size, nulls);
            case BYTES -> new Vector.Blobs(blobs, size, nulls);
            case BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64, TIMESTAMP ->
                new Vector.Longs(longs, size, nulls);
        };
    }
}
