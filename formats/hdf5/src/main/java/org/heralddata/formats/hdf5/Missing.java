package org.heralddata.formats.hdf5;

import java.util.BitSet;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** Takes values away where a mask says that there are none. */
final class Missing {

    private Missing() {}

    /** @param mask numbers, not 0 where there is no value */
    static Vector apply(Vector values, Vector mask) {
        var nulls = new BitSet();
        if (mask instanceof Vector.Longs(var flags, var size, var none)) {
            for (int i = 0; i < size; i++) {
                nulls.set(i, flags[i] != 0);
            }
        }
        if (nulls.isEmpty()) {
            return values;
        }
        return switch (values) {
            case Vector.Longs(var v, var n, var old) -> new Vector.Longs(v, n, nulls);
            case Vector.Doubles(var v, var n, var old) -> new Vector.Doubles(v, n, nulls);
            case Vector.Strings strings -> {
                @Nullable String[] kept = strings.values().clone();
                nulls.stream().forEach(i -> kept[i] = null);
                yield new Vector.Strings(kept, strings.size(), nulls);
            }
            case Vector.Blobs blobs -> {
                byte[][] kept = new byte[blobs.size()][];
                for (int i = nulls.nextClearBit(0); i < kept.length; i = nulls.nextClearBit(i + 1)) {
                    kept[i] = blobs.values()[i];
                }
                yield new Vector.Blobs(kept, blobs.size(), nulls);
            }
            case Vector.Lists(var offsets, var elements, var n, var old) ->
                new Vector.Lists(offsets, elements, n, nulls);
        };
    }
}
