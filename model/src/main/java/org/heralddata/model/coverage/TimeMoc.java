package org.heralddata.model.coverage;

/**
 * A part of time.
 *
 * @param order of the shortest cells, 0 to 61; of order {@code k} they last 2<sup>61 − k</sup> microseconds: 61 one microsecond,
 *              35 67 s, 30 36 min, 25 19 h
 * @param cells microseconds since JD 0, TCB, whole cells of {@code order}; see {@link TcbClock}
 */
public record TimeMoc(int order, Ranges cells) implements Moc {

    /** No time. */
    public static final TimeMoc EMPTY = new TimeMoc(0, Ranges.EMPTY);

    public TimeMoc {
        cells = Axis.TIME.requireCells(order, cells);
    }

    /**
     * From one instant to another, both included.
     *
     * @param firstUtcNs nanoseconds of UTC since 1970, leap seconds not counted
     */
    public static TimeMoc between(int order, long firstUtcNs, long lastUtcNs) {
        return new TimeMoc(order, Ranges.of(TcbClock.microseconds(firstUtcNs), TcbClock.microseconds(lastUtcNs) + 1));
    }

    @Override
    public boolean isEmpty() {
        return cells.isEmpty();
    }

    public TimeMoc union(TimeMoc other) {
        return new TimeMoc(Math.max(order, other.order), cells.union(other.cells));
    }

    public TimeMoc intersection(TimeMoc other) {
        return new TimeMoc(Math.max(order, other.order), cells.intersection(other.cells));
    }

    /** @param utcNs nanoseconds of UTC since 1970, leap seconds not counted */
    public boolean contains(long utcNs) {
        return cells.contains(TcbClock.microseconds(utcNs));
    }

    public boolean contains(TimeMoc other) {
        return cells.contains(other.cells);
    }

    /** The same with cells of at most this order: longer, where a cell was covered in part. */
    public TimeMoc degraded(int most) {
        return most >= order ? this : new TimeMoc(most, cells);
    }
}
