package org.heralddata.ingest.column;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** A value that stands for none: {@code -999}, {@code NaN}, {@code n/a}. Immutable. */
final class MissingValue {
    private final String text;
    private final @Nullable Double number;
    private final @Nullable Long integer;

    MissingValue(String written) {
        text = written.strip();
        number = number(text);
        integer = integer(text, number);
    }

    /** The vector with null where the value is this one. Numbers compare as numbers: {@code -1} is {@code -1.0}. */
    Vector nulled(Vector vector) {
        return switch (vector) {
            case Vector.Longs(var values, var size, var nulls) -> {
                if (integer == null) {
                    yield vector;
                }
                long missing = integer;
                yield new Vector.Longs(values, size, with(nulls, size, row -> values[row] == missing));
            }
            case Vector.Doubles(var values, var size, var nulls) -> {
                if (number == null) {
                    yield vector;
                }
                double missing = number;
                // a float32 column holds -99.9 as the float nearest to it
                float narrow = (float) missing;
                IntPredicate isMissing = Double.isNaN(missing)
                        ? row -> Double.isNaN(values[row])
                        : row -> values[row] == missing || values[row] == narrow;
                yield new Vector.Doubles(values, size, with(nulls, size, isMissing));
            }
            case Vector.Strings(var values, var size, var nulls) -> {
                BitSet all = with(nulls, size, row -> isMissing(values[row]));
                yield new Vector.Strings(blanked(values, size, all), size, all);
            }
            case Vector.Lists(var offsets, var elements, var size, var nulls) ->
                new Vector.Lists(offsets, nulled(elements), size, nulls);
            case Vector.Blobs _ -> vector;
        };
    }

    private boolean isMissing(@Nullable String value) {
        return value != null && value.strip().equals(text);
    }

    private static @Nullable BitSet with(@Nullable BitSet nulls, int size, IntPredicate missing) {
        BitSet all = nulls == null ? new BitSet() : (BitSet) nulls.clone();
        for (int row = 0; row < size; row++) {
            if (missing.test(row)) {
                all.set(row);
            }
        }
        return all.isEmpty() ? null : all;
    }

    private static @Nullable String[] blanked(@Nullable String[] values, int size, @Nullable BitSet nulls) {
        @Nullable String[] blanked = new @Nullable String[size];
        for (int row = 0; row < size; row++) {
            blanked[row] = nulls != null && nulls.get(row) ? null : values[row];
        }
        return blanked;
    }

    private static @Nullable Double number(String text) {
        try {
            return text.equalsIgnoreCase("nan") ? Double.valueOf(Double.NaN) : Double.valueOf(text);
        } catch (NumberFormatException notOne) {
            return null;
        }
    }

    private static @Nullable Long integer(String text, @Nullable Double number) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException notOne) {
            return number != null && number == Math.rint(number) && Math.abs(number) < 1e15
                    ? Long.valueOf(number.longValue())
                    : null;
        }
    }
}
