package org.heralddata.ingest.time;

import java.util.BitSet;
import java.util.function.IntToLongFunction;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/** Reads the times of one file's rows. For one thread. */
public sealed interface TimeReader permits CountedTimeReader, IsoTimeReader {

    /**
     * @param main  the column that the mapping names first
     * @param extra the column of nanoseconds to add; null if there is none
     * @return nanoseconds of UTC since 1970 without leap seconds; null where there is no time or none that can be kept
     */
    Vector.Longs read(Vector main, @Nullable Vector extra);

    /** Fills a vector, with null for {@link Counted#OUT_OF_RANGE}. */
    static Vector.Longs fill(Vector main, IntToLongFunction time) {
        int size = main.size();
        var times = new long[size];
        BitSet nulls = null;
        for (int row = 0; row < size; row++) {
            long ns = main.isNull(row) ? Counted.OUT_OF_RANGE : time.applyAsLong(row);
            if (ns == Counted.OUT_OF_RANGE) {
                nulls = nulls == null ? new BitSet(size) : nulls;
                nulls.set(row);
            } else {
                times[row] = ns;
            }
        }
        return new Vector.Longs(times, size, nulls);
    }
}
