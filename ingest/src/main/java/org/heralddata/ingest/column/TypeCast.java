package org.heralddata.ingest.column;

import java.util.BitSet;
import java.util.Locale;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.heralddata.model.unit.UnitConversion;
import org.jspecify.annotations.Nullable;

/** Converts scalars of one type and unit to another. Immutable. */
final class TypeCast {
    private final ColumnType from;
    private final ColumnType to;
    private final UnitConversion conversion;
    private final long least;
    private final long greatest;

    TypeCast(ColumnType from, ColumnType to, UnitConversion conversion) {
        if (!Types.isCastable(from, to)) {
            throw new IllegalArgumentException("%s to %s".formatted(from, to));
        }
        this.from = from;
        this.to = to;
        this.conversion = conversion;
        this.least = Types.least(to);
        this.greatest = Types.greatest(to);
    }

    Vector cast(Vector values) throws UnfitValueException {
        if (from == to && conversion.isIdentity()) {
            return values;
        }
        return switch (to) {
            case FLOAT32, FLOAT64 -> toDoubles(values);
            case BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64 -> toLongs(values);
            case STRING -> toStrings(values);
            case BYTES, TIMESTAMP -> values;
        };
    }

    private Vector.Doubles toDoubles(Vector values) throws UnfitValueException {
        int size = values.size();
        var out = new double[size];
        BitSet nulls = values.nulls();
        switch (values) {
            case Vector.Longs(var longs, var _, var _) -> {
                for (int row = 0; row < size; row++) {
                    out[row] = conversion.apply(from == ColumnType.UINT64 ? unsigned(longs[row]) : (double) longs[row]);
                }
            }
            case Vector.Doubles(var doubles, var _, var _) -> {
                for (int row = 0; row < size; row++) {
                    out[row] = conversion.apply(doubles[row]);
                }
            }
            case Vector.Strings(var texts, var _, var _) -> {
                var absent = nulls == null ? new BitSet() : (BitSet) nulls.clone();
                for (int row = 0; row < size; row++) {
                    String text = texts[row];
                    if (text != null && !text.isBlank()) {
                        out[row] = conversion.apply(number(row, text.strip()));
                    } else {
                        absent.set(row);
                    }
                }
                nulls = absent.isEmpty() ? null : absent;
            }
            case Vector.Blobs _, Vector.Lists _ -> throw new IllegalArgumentException("not scalars");
        }
        if (to == ColumnType.FLOAT32) {
            for (int row = 0; row < size; row++) {
                out[row] = (float) out[row];
            }
        }
        return new Vector.Doubles(out, size, nulls);
    }

    private Vector.Longs toLongs(Vector values) throws UnfitValueException {
        int size = values.size();
        var out = new long[size];
        BitSet nulls = values.nulls();
        switch (values) {
            case Vector.Longs(var longs, var _, var _) -> {
                for (int row = 0; row < size; row++) {
                    out[row] = values.isNull(row) ? 0 : integer(row, longs[row]);
                }
            }
            case Vector.Doubles(var doubles, var _, var _) -> {
                for (int row = 0; row < size; row++) {
                    out[row] = values.isNull(row) ? 0 : whole(row, conversion.apply(doubles[row]));
                }
            }
            case Vector.Strings(var texts, var _, var _) -> {
                var absent = nulls == null ? new BitSet() : (BitSet) nulls.clone();
                for (int row = 0; row < size; row++) {
                    String text = texts[row];
                    if (text != null && !text.isBlank()) {
                        out[row] = integer(row, text.strip());
                    } else {
                        absent.set(row);
                    }
                }
                nulls = absent.isEmpty() ? null : absent;
            }
            case Vector.Blobs _, Vector.Lists _ -> throw new IllegalArgumentException("not scalars");
        }
        return new Vector.Longs(out, size, nulls);
    }

    private long integer(int row, long value) throws UnfitValueException {
        if (!conversion.isIdentity()) {
            return whole(row, Math.rint(conversion.apply((double) value)));
        }
        boolean asBits = from == ColumnType.UINT64 && to == ColumnType.UINT64;
        boolean tooLarge = from == ColumnType.UINT64 && value < 0;
        if (!asBits && (tooLarge || value < least || value > greatest)) {
            throw new UnfitValueException(
                    row, "`%s` is out of the range of %s".formatted(Types.text(from, value), to.label()));
        }
        return value;
    }

    private long integer(int row, String text) throws UnfitValueException {
        if (to == ColumnType.BOOL) {
            switch (text.toLowerCase(Locale.ROOT)) {
                case "true", "t", "yes" -> {
                    return 1;
                }
                case "false", "f", "no" -> {
                    return 0;
                }
                default -> {}
            }
        }
        try {
            return to == ColumnType.UINT64 ? Long.parseUnsignedLong(text) : integer(row, Long.parseLong(text));
        } catch (NumberFormatException notPlain) {
            return whole(row, conversion.apply(number(row, text)));
        }
    }

    private long whole(int row, double value) throws UnfitValueException {
        if (value != Math.rint(value) || !(value >= least && value <= greatest)) {
            throw new UnfitValueException(row, "`%s` is no %s".formatted(value, to.label()));
        }
        return (long) value;
    }

    private Vector.Strings toStrings(Vector values) {
        int size = values.size();
        @Nullable String[] out = new @Nullable String[size];
        for (int row = 0; row < size; row++) {
            if (!values.isNull(row)) {
                out[row] = switch (values) {
                    case Vector.Longs(var longs, var _, var _) -> Types.text(from, longs[row]);
                    case Vector.Doubles(var doubles, var _, var _) ->
                        from == ColumnType.FLOAT32
                                ? Float.toString((float) doubles[row])
                                : Double.toString(doubles[row]);
                    case Vector.Strings(var texts, var _, var _) -> texts[row];
                    case Vector.Blobs _, Vector.Lists _ -> throw new IllegalArgumentException("not scalars");
                };
            }
        }
        return new Vector.Strings(out, size, values.nulls());
    }

    private static double number(int row, String text) throws UnfitValueException {
        try {
            return text.equalsIgnoreCase("nan") ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException notOne) {
            throw new UnfitValueException(row, "`%s` is no number".formatted(text));
        }
    }

    static double unsigned(long bits) {
        return bits >= 0 ? (double) bits : (double) (bits >>> 1) * 2;
    }
}
