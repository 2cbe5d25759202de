package org.heralddata.formats.text;

import java.time.LocalDate;

/** Moments as ISO 8601 in UTC, such as {@code 2004-01-31T23:59:59.5Z}, with as many decimals as they need, up to nine. */
final class TimestampText {
    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;

    private TimestampText() {}

    /** @param nanoseconds since 1970 */
    static void put(ByteOut out, long nanoseconds) {
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(nanoseconds, DAY));
        long inDay = Math.floorMod(nanoseconds, DAY);
        long second = inDay / SECOND;
        out.putPadded(date.getYear(), 4);
        out.put('-');
        out.putPadded(date.getMonthValue(), 2);
        out.put('-');
        out.putPadded(date.getDayOfMonth(), 2);
        out.put('T');
        out.putPadded(second / 3600, 2);
        out.put(':');
        out.putPadded(second / 60 % 60, 2);
        out.put(':');
        out.putPadded(second % 60, 2);
        long fraction = inDay % SECOND;
        if (fraction != 0) {
            int digits = 9;
            while (fraction % 10 == 0) {
                fraction /= 10;
                digits--;
            }
            out.put('.');
            out.putPadded(fraction, digits);
        }
        out.put('Z');
    }
}
