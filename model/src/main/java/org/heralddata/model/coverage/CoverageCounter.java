package org.heralddata.model.coverage;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Gathers the cells that many events lie in, in bounded memory. Cells are as small as they can be with at most
 * {@value #MOST_RANGES} ranges: of the sky of order {@value #SPACE_ORDER} (3.4 arcmin) or lower, of time of order
 * {@value #TIME_ORDER} (34 s) or lower; of both together 20 000 pairs of order 8 (14 arcmin) and 30 (36 min) or lower. For one
 * thread.
 */
public final class CoverageCounter {

    /** Of one map. */
    public static final int MOST_RANGES = 20_000;

    private static final int SPACE_ORDER = 10;
    private static final int TIME_ORDER = 36;
    private static final int MOST_CELLS = 8 * MOST_RANGES;

    private final BitSet sky = new BitSet();
    private final Set<Long> times = new HashSet<>();
    private int timeOrder = TIME_ORDER;
    private long lastTime = -1;
    private final CellPairs pairs = new CellPairs();

    /** @param healpix nested cell of order 29 */
    public void direction(long healpix) {
        sky.set((int) (healpix >> Axis.SPACE.shift(SPACE_ORDER)));
    }

    /** @param utcNs nanoseconds of UTC since 1970, leap seconds not counted */
    public void time(long utcNs) {
        long cell = TcbClock.microseconds(utcNs) >> Axis.TIME.shift(timeOrder);
        if (cell != lastTime) {
            lastTime = cell;
            if (times.add(cell) && times.size() > MOST_CELLS) {
                coarsen();
            }
        }
    }

    /**
     * Of an event with both.
     *
     * @param utcNs   nanoseconds of UTC since 1970, leap seconds not counted
     * @param healpix nested cell of order 29
     */
    public void both(long utcNs, long healpix) {
        pairs.add(TcbClock.microseconds(utcNs), healpix);
    }

    private void coarsen() {
        var halves = new HashSet<Long>();
        times.forEach(cell -> halves.add(cell >> 1));
        times.clear();
        times.addAll(halves);
        timeOrder--;
        lastTime = -1;
    }

    /** Where on the sky; empty without directions. */
    public SpaceMoc space() {
        var moc = SpaceMoc.ofCells(SPACE_ORDER, sky.stream().asLongStream().toArray());
        while (moc.cells().count() > MOST_RANGES) {
            moc = moc.degraded(moc.order() - 1);
        }
        return moc;
    }

    /** When; empty without times. */
    public TimeMoc time() {
        int shift = Axis.TIME.shift(timeOrder);
        long[] cells = times.stream().mapToLong(Long::longValue).sorted().toArray();
        var moc = new TimeMoc(
                timeOrder,
                Ranges.of(Arrays.stream(cells)
                        .flatMap(c -> Arrays.stream(new long[] {c << shift, (c + 1) << shift}))
                        .toArray()));
        while (moc.cells().count() > MOST_RANGES) {
            moc = moc.degraded(moc.order() - 1);
        }
        return moc;
    }

    /** Where at which times; empty without events that have both. */
    public SpaceTimeMoc spaceTime() {
        return pairs.moc();
    }
}
