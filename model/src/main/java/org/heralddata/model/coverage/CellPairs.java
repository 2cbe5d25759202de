package org.heralddata.model.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.heralddata.model.coverage.SpaceTimeMoc.Part;

/**
 * Gathers pairs of a cell of time and a cell of the sky, at most {@value #MOST}; where there are more, cells become larger, those of
 * time and of the sky by turns. For one thread.
 */
final class CellPairs {
    static final int MOST = 20_000;

    private static final int SPACE_BITS = 20;
    private static final int SLOTS = 1 << 16;
    private static final long EMPTY = -1;

    /** An open hash table: the cell of time in the upper bits, that of the sky in the lower {@value #SPACE_BITS}. */
    private final long[] slots = new long[SLOTS];

    private int size;
    private int timeOrder = 30;
    private int spaceOrder = 8;
    private long last = EMPTY;

    CellPairs() {
        Arrays.fill(slots, EMPTY);
    }

    /**
     * @param microseconds as {@link TimeMoc#cells} has them
     * @param healpix      nested cell of order 29
     */
    void add(long microseconds, long healpix) {
        long pair =
                (microseconds >> Axis.TIME.shift(timeOrder)) << SPACE_BITS | (healpix >> Axis.SPACE.shift(spaceOrder));
        if (pair != last) {
            last = pair;
            put(pair);
            if (size > MOST) {
                coarsen();
            }
        }
    }

    private void put(long pair) {
        int slot = (int) ((pair * 0x9E3779B97F4A7C15L) >>> 48);
        while (slots[slot] != EMPTY) {
            if (slots[slot] == pair) {
                return;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        slots[slot] = pair;
        size++;
    }

    /** Until a quarter is free again, so that this is seldom. */
    private void coarsen() {
        while (size > MOST * 3 / 4) {
            boolean time = spaceOrder == 0 || (timeOrder > 0 && (timeOrder - spaceOrder) % 2 == 0);
            int space = time ? 0 : 2;
            timeOrder -= time ? 1 : 0;
            spaceOrder -= time ? 0 : 1;
            long[] old = pairs();
            Arrays.fill(slots, EMPTY);
            size = 0;
            for (long pair : old) {
                long when = (pair >> SPACE_BITS) >> (time ? 1 : 0);
                put(when << SPACE_BITS | (pair & ((1L << SPACE_BITS) - 1)) >> space);
            }
        }
        last = EMPTY;
    }

    private long[] pairs() {
        return Arrays.stream(slots).filter(pair -> pair != EMPTY).sorted().toArray();
    }

    SpaceTimeMoc moc() {
        long[] pairs = pairs();
        int timeShift = Axis.TIME.shift(timeOrder);
        int spaceShift = Axis.SPACE.shift(spaceOrder);
        List<Part> parts = new ArrayList<>();
        for (int from = 0; from < pairs.length; ) {
            long when = pairs[from] >> SPACE_BITS;
            int to = from;
            while (to < pairs.length && pairs[to] >> SPACE_BITS == when) {
                to++;
            }
            var bounds = new long[2 * (to - from)];
            for (int i = from; i < to; i++) {
                long where = pairs[i] & ((1L << SPACE_BITS) - 1);
                bounds[2 * (i - from)] = where << spaceShift;
                bounds[2 * (i - from) + 1] = (where + 1) << spaceShift;
            }
            parts.add(new Part(Ranges.of(when << timeShift, (when + 1) << timeShift), Ranges.of(bounds)));
            from = to;
        }
        return SpaceTimeMoc.of(timeOrder, spaceOrder, parts);
    }
}
