package org.heralddata.query.cube;

import java.math.BigDecimal;
import java.util.Arrays;

/** Widths that a person would choose: 1, 2 or 5 times a power of ten; of times parts of a second, minute, hour, or days. */
final class NiceSteps {
    private static final long SECOND = 1000;
    private static final long DAY = 86_400 * SECOND;

    private static final long[] CLOCK = {
        1,
        2,
        5,
        10,
        20,
        50,
        100,
        200,
        500,
        SECOND,
        2 * SECOND,
        5 * SECOND,
        10 * SECOND,
        15 * SECOND,
        30 * SECOND,
        60 * SECOND,
        120 * SECOND,
        300 * SECOND,
        600 * SECOND,
        900 * SECOND,
        1800 * SECOND,
        3600 * SECOND,
        7200 * SECOND,
        10800 * SECOND,
        21600 * SECOND,
        43200 * SECOND,
        DAY
    };

    private NiceSteps() {}

    /** 1, 2 or 5 times a power of ten, not below. */
    static BigDecimal decimal(BigDecimal least) {
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(least.precision() - least.scale() - 1);
        for (int digit : new int[] {1, 2, 5}) {
            BigDecimal step = power.multiply(BigDecimal.valueOf(digit));
            if (step.compareTo(least) >= 0) {
                return step;
            }
        }
        return power.scaleByPowerOfTen(1);
    }

    /** Milliseconds, not below. */
    static long time(long least) {
        for (long step : CLOCK) {
            if (step >= least) {
                return step;
            }
        }
        long days = Math.ceilDiv(least, DAY);
        return decimal(BigDecimal.valueOf(days)).longValue() * DAY;
    }

    /** @param width above 0 */
    static boolean isDecimal(long width) {
        long digits = width;
        while (digits % 10 == 0) {
            digits /= 10;
        }
        return digits == 1 || digits == 2 || digits == 5;
    }

    /** @param width in milliseconds, above 0 */
    static boolean isTime(long width) {
        return Arrays.binarySearch(CLOCK, width) >= 0 || (width % DAY == 0 && isDecimal(width / DAY));
    }

    /** Whether a decade, or so many of them, has so many bins. */
    static boolean isRatio(long stepsADecade, long width) {
        return stepsADecade % width == 0
                ? isDecimal(stepsADecade / width)
                : width % stepsADecade == 0 && isDecimal(width / stepsADecade);
    }
}
