package org.heralddata.query.obscore;

import org.heralddata.model.coverage.MocText;
import org.heralddata.model.coverage.TimeMoc;
import org.jspecify.annotations.Nullable;

/** Times as ObsCore has them. */
final class Mjd {
    private static final double NS_PER_DAY = 86_400e9;
    private static final double MJD_OF_1970 = 40_587;

    /** Cells of 34 s. */
    private static final int ORDER = 36;

    private Mjd() {}

    /** @param nanoseconds of UTC since 1970 */
    static @Nullable Double of(@Nullable Number nanoseconds) {
        return nanoseconds == null ? null : (Double) (MJD_OF_1970 + nanoseconds.doubleValue() / NS_PER_DAY);
    }

    /** All between two instants, as a T-MOC. */
    static @Nullable String moc(@Nullable Long first, @Nullable Long last) {
        return first == null || last == null ? null : MocText.write(TimeMoc.between(ORDER, first, last));
    }
}
