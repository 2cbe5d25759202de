package org.heralddata.formats.fits.write;

import org.heralddata.formats.fits.FitsCode;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** Numbers and booleans into bytes. */
final class NumberPacking {

    private NumberPacking() {}

    /**
     * Writes the elements {@code from} to {@code to}, end excluded.
     *
     * @param marker stands for a missing integer; null if none is missing
     * @param stride bytes from one element to the next
     */
    static void pack(
            StoredType type, @Nullable Long marker, Vector vector, int from, int to, byte[] out, int base, int stride) {
        int at = base;
        switch (vector) {
            case Vector.Longs longs
            when type == StoredType.BOOL -> {
                for (int i = from; i < to; i++, at += stride) {
                    out[at] = (byte) (longs.isNull(i) ? 0 : longs.values()[i] == 0 ? 'F' : 'T');
                }
            }
            case Vector.Longs longs -> {
                long[] values = longs.values();
                for (int i = from; i < to; i++, at += stride) {
                    long stored = values[i] - type.zero;
                    if (longs.isNull(i)) {
                        stored = marked(marker);
                    } else if (marker != null && stored == marker) {
                        throw collision(values[i]);
                    }
                    type.put(out, at, stored);
                }
            }
            case Vector.Doubles doubles -> {
                double[] values = doubles.values();
                for (int i = from; i < to; i++, at += stride) {
                    type.put(out, at, doubles.isNull(i) ? Double.NaN : values[i]);
                }
            }
            case Vector.Strings _, Vector.Blobs _, Vector.Lists _ -> throw new IllegalArgumentException("no numbers");
        }
    }

    /** Writes {@code n} missing elements. */
    static void packMissing(StoredType type, @Nullable Long marker, int n, byte[] out, int base) {
        for (int i = 0; i < n; i++) {
            int at = base + i * type.width;
            if (type.isFloating()) {
                type.put(out, at, Double.NaN);
            } else {
                type.put(out, at, type == StoredType.BOOL ? 0 : marked(marker));
            }
        }
    }

    private static long marked(@Nullable Long marker) {
        if (marker == null) {
            throw new IllegalStateException("a missing value in a column that was said to have none");
        }
        return marker;
    }

    private static Refusal collision(long value) {
        return new Refusal(Diagnostic.error(
                        FitsCode.NULL_MARKER,
                        "the value %d cannot be written to FITS: it marks missing values there".formatted(value))
                .helped("write another format, such as parquet, or leave the column out"));
    }
}
