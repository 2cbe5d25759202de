package org.heralddata.query.cuts;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads ISO 8601 times in UTC: {@code 2004-01-01}, {@code 2004-01-01T12:30}, {@code 2004-01-01T12:30:15.123456789Z}; a blank
 * may stand for the {@code T}.
 */
public final class TimeReader {
    static final Pattern FORM = Pattern.compile(
            "(\\d{4})-(\\d{2})-(\\d{2})(?:(?:[Tt]|\\h(?=\\d\\d:))(\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d+))?)?)?(?:[Zz]|\\+00:00)?");

    private static final int SECOND = 6;
    private static final int FRACTION = 7;
    private static final long NANOSECONDS = 1_000_000_000L;

    private TimeReader() {}

    /** Nanoseconds since 1970; empty if the text is no such time, or lies outside the years 1678 to 2261. */
    public static OptionalLong read(String text) {
        Matcher match = FORM.matcher(text.strip());
        if (!match.matches()) {
            return OptionalLong.empty();
        }
        String fraction = match.group(FRACTION) == null ? "" : match.group(FRACTION);
        if (fraction.length() > 9) {
            return OptionalLong.empty();
        }
        try {
            var time = LocalDateTime.of(
                    number(match, 1),
                    number(match, 2),
                    number(match, 3),
                    number(match, 4),
                    number(match, 5),
                    number(match, SECOND));
            long nanos = Long.parseLong((fraction + "000000000").substring(0, 9));
            return OptionalLong.of(
                    Math.addExact(Math.multiplyExact(time.toEpochSecond(ZoneOffset.UTC), NANOSECONDS), nanos));
        } catch (DateTimeException | ArithmeticException impossible) {
            return OptionalLong.empty();
        }
    }

    private static int number(Matcher match, int group) {
        String digits = match.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** The inverse: shortest text to the second or finer, with {@code Z}. */
    public static String write(long nanoseconds) {
        var time = LocalDateTime.ofEpochSecond(Math.floorDiv(nanoseconds, NANOSECONDS), 0, ZoneOffset.UTC);
        long fraction = Math.floorMod(nanoseconds, NANOSECONDS);
        String seconds = "%04d-%02d-%02dT%02d:%02d:%02d"
                .formatted(
                        time.getYear(),
                        time.getMonthValue(),
                        time.getDayOfMonth(),
                        time.getHour(),
                        time.getMinute(),
                        time.getSecond());
        return fraction == 0
                ? seconds + "Z"
                : seconds + "." + "%09d".formatted(fraction).replaceAll("0+$", "") + "Z";
    }
}
