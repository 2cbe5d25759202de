package org.heralddata.ingest.time;

import org.heralddata.model.table.Vector;
import org.heralddata.model.time.TimeScale;
import org.jspecify.annotations.Nullable;

/** Reads numbers of seconds, days or the like since an epoch. Integers exactly, doubles to all their digits. */
final class CountedTimeReader implements TimeReader {
    private static final double TWO_63 = 0x1p63;

    private final long epochNs;
    private final double nsPerUnit;
    private final boolean wholeNs;
    private final double nsPerExtra;
    private final ScaleClock clock;
    private final TimeProblems problems;

    /**
     * @param epochNs    of the number 0, on the clock of the scale
     * @param nsPerUnit  nanoseconds in the column's unit
     * @param nsPerExtra nanoseconds in the unit of the column to be added
     */
    CountedTimeReader(long epochNs, TimeScale scale, double nsPerUnit, double nsPerExtra, TimeProblems problems) {
        this.epochNs = epochNs;
        this.nsPerUnit = nsPerUnit;
        this.wholeNs = nsPerUnit == Math.rint(nsPerUnit) && nsPerUnit < TWO_63;
        this.nsPerExtra = nsPerExtra;
        this.clock = new ScaleClock(scale, problems);
        this.problems = problems;
    }

    @Override
    public Vector.Longs read(Vector main, @Nullable Vector extra) {
        return switch (main) {
            case Vector.Longs(var values, var _, var _) ->
                TimeReader.fill(
                        main, row -> utc(wholeNs ? exact(values[row]) : inexact((double) values[row]), extra, row));
            case Vector.Doubles(var values, var _, var _) ->
                TimeReader.fill(main, row -> utc(split(values[row]), extra, row));
            case Vector.Strings _, Vector.Blobs _, Vector.Lists _ ->
                throw new IllegalArgumentException("a counted time needs a column of numbers");
        };
    }

    private long utc(long sinceEpochNs, @Nullable Vector extra, int row) {
        long ns = Counted.sum(Counted.sum(epochNs, sinceEpochNs), extra == null ? 0 : extraNs(extra, row));
        long utc = clock.toUtc(ns);
        if (utc == Counted.OUT_OF_RANGE) {
            problems.outOfRange++;
        }
        return utc;
    }

    private long extraNs(Vector extra, int row) {
        if (extra.isNull(row)) {
            return 0;
        }
        return switch (extra) {
            case Vector.Longs(var values, var _, var _) ->
                nsPerExtra == 1 ? values[row] : inexactNs(values[row] * nsPerExtra);
            case Vector.Doubles(var values, var _, var _) -> inexactNs(values[row] * nsPerExtra);
            case Vector.Strings _, Vector.Blobs _, Vector.Lists _ ->
                throw new IllegalArgumentException("nanoseconds need a column of numbers");
        };
    }

    private long exact(long count) {
        return Counted.product(count, (long) nsPerUnit);
    }

    private long inexact(double count) {
        return inexactNs(count * nsPerUnit);
    }

    /** The whole units and the rest apart: together they would lose digits. */
    private long split(double count) {
        double whole = Math.floor(count);
        if (!wholeNs || !(Math.abs(whole) < TWO_63)) {
            return inexact(count);
        }
        return Counted.sum(exact((long) whole), Math.round((count - whole) * nsPerUnit));
    }

    private static long inexactNs(double ns) {
        return Math.abs(ns) < TWO_63 ? Math.round(ns) : Counted.OUT_OF_RANGE;
    }
}
