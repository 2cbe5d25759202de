package org.heralddata.formats.root.ntuple;

import java.util.BitSet;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** Puts values that follow each other into those rows that have one. */
final class Spread {

    private Spread() {}

    /**
     * @param values  of the rows that have one, in order
     * @param missing rows without
     * @param rows    all of them
     */
    static Vector over(Vector values, BitSet missing, int rows) {
        BitSet nulls = nulls(values, missing, rows);
        return switch (values) {
            case Vector.Longs dense -> {
                long[] out = new long[rows];
                for (int row = missing.nextClearBit(0), i = 0; row < rows; row = missing.nextClearBit(row + 1)) {
                    out[row] = dense.values()[i++];
                }
                yield new Vector.Longs(out, rows, nulls);
            }
            case Vector.Doubles dense -> {
                double[] out = new double[rows];
                for (int row = missing.nextClearBit(0), i = 0; row < rows; row = missing.nextClearBit(row + 1)) {
                    out[row] = dense.values()[i++];
                }
                yield new Vector.Doubles(out, rows, nulls);
            }
            case Vector.Strings dense -> {
                @Nullable String[] out = new String[rows];
                for (int row = missing.nextClearBit(0), i = 0; row < rows; row = missing.nextClearBit(row + 1)) {
                    out[row] = dense.values()[i++];
                }
                yield new Vector.Strings(out, rows, nulls);
            }
            case Vector.Lists dense -> {
                int[] out = new int[rows + 1];
                for (int row = 0, i = 0; row < rows; row++) {
                    out[row + 1] = dense.offsets()[missing.get(row) ? i : ++i];
                }
                yield new Vector.Lists(out, dense.elements(), rows, nulls);
            }
            case Vector.Blobs dense -> {
                byte[][] out = new byte[rows][];
                for (int row = missing.nextClearBit(0), i = 0; row < rows; row = missing.nextClearBit(row + 1)) {
                    out[row] = dense.values()[i++];
                }
                yield new Vector.Blobs(out, rows, nulls);
            }
        };
    }

    private static @Nullable BitSet nulls(Vector values, BitSet missing, int rows) {
        var nulls = new BitSet(rows);
        nulls.or(missing);
        if (values.nulls() != null) {
            for (int row = missing.nextClearBit(0), i = 0; row < rows; row = missing.nextClearBit(row + 1)) {
                nulls.set(row, values.isNull(i++));
            }
        }
        return nulls.isEmpty() ? null : nulls;
    }
}
