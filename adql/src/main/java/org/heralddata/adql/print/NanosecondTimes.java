package org.heralddata.adql.print;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Engines whose own timestamps are coarser than a nanosecond, or cannot be computed with as finely: a timestamp is a BIGINT of
 * nanoseconds since 1970, and only a stored column is the engine's.
 */
abstract class NanosecondTimes implements Dialect {
    private static final DateTimeFormatter STORED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

    /** A stored timestamp as microseconds since 1970, exactly. */
    abstract String microseconds(String stored);

    @Override
    public String time(long nanoseconds) {
        return "CAST('" + nanoseconds + "' AS BIGINT)";
    }

    @Override
    public String storedTime(long microseconds) {
        var time = LocalDateTime.ofEpochSecond(
                Math.floorDiv(microseconds, 1_000_000L),
                (int) Math.floorMod(microseconds, 1_000_000L) * 1000,
                ZoneOffset.UTC);
        return "TIMESTAMP '" + STORED.format(time) + "'";
    }

    @Override
    public String timeOf(String micros, String fraction) {
        String whole = microseconds(micros) + " * 1000";
        return "(" + whole + (fraction.isEmpty() ? "" : " + coalesce(" + fraction + ", 0)") + ")";
    }

    @Override
    public String nanoseconds(String time) {
        return time;
    }

    @Override
    public String modifiedJulianDate(String time) {
        return "(" + time + " / " + real(86_400e9) + " + 40587)";
    }
}
