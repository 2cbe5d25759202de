package org.heralddata.ingest.time;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Nanoseconds since 1970-01-01T00:00:00 on a clock: limits, and sums that do not overflow. */
final class Counted {
    static final long NS_PER_SECOND = 1_000_000_000L;
    static final long NS_PER_DAY = 86_400 * NS_PER_SECOND;

    /** MJD of 1970-01-01. */
    static final long MJD_OF_1970 = 40_587;

    /** Stands for a time that cannot be kept. */
    static final long OUT_OF_RANGE = Long.MIN_VALUE;

    private static final long LEAST = startOf(1678);
    private static final long END = startOf(2262);

    private Counted() {}

    /** The time itself, or {@link #OUT_OF_RANGE}. */
    static long checked(long ns) {
        return ns >= LEAST && ns < END ? ns : OUT_OF_RANGE;
    }

    /** {@code a + b}, or {@link #OUT_OF_RANGE} if either is that or the sum overflows. */
    static long sum(long a, long b) {
        long sum = a + b;
        boolean overflows = ((a ^ sum) & (b ^ sum)) < 0;
        return overflows || a == OUT_OF_RANGE || b == OUT_OF_RANGE ? OUT_OF_RANGE : sum;
    }

    /** {@code count * unit}, or {@link #OUT_OF_RANGE} if it overflows. */
    static long product(long count, long unit) {
        return Math.multiplyHigh(count, unit) == (count * unit) >> 63 ? count * unit : OUT_OF_RANGE;
    }

    private static long startOf(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC) * NS_PER_SECOND;
    }
}
