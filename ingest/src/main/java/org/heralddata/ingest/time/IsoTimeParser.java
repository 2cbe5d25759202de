package org.heralddata.ingest.time;

/**
 * Parses {@code YYYY-MM-DD}, then optionally {@code T} or a blank and {@code hh:mm[:ss[.fraction]]}, then optionally
 * {@code Z}, {@code UTC} or an offset {@code ±hh[:mm]}. Fractions of any length, cut to nanoseconds. {@code 23:59:60} is
 * taken where there was a leap second. Kept by hand: {@code java.time} takes ten times as long and no 60th second.
 */
final class IsoTimeParser {
    private static final int[] DAYS_BEFORE_MONTH = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    private static final int[] DAYS_OF_MONTH = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private String text = "";
    private int at;
    private boolean zoned;
    private boolean leapSecond;
    private long seconds;
    private int nanos;

    /** True if the text is a time; then the other methods tell which. */
    boolean parse(String written) {
        text = written.strip();
        at = 0;
        zoned = false;
        leapSecond = false;
        nanos = 0;
        return date() && (at == text.length() || (timeOfDay() && zone())) && at == text.length();
    }

    /** Nanoseconds since 1970 on the clock written; {@link Counted#OUT_OF_RANGE} if that overflows. */
    long ns() {
        return Counted.sum(Counted.product(seconds, Counted.NS_PER_SECOND), nanos);
    }

    boolean zoned() {
        return zoned;
    }

    boolean leapSecond() {
        return leapSecond;
    }

    private boolean date() {
        int year = digits(4);
        if (year < 0 || !take('-')) {
            return false;
        }
        int month = digits(2);
        if (month < 1 || month > 12 || !take('-')) {
            return false;
        }
        int day = digits(2);
        boolean leapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        if (day < 1 || day > DAYS_OF_MONTH[month - 1] || (month == 2 && day == 29 && !leapYear)) {
            return false;
        }
        int before = year - 1;
        long days = 365L * year
                + (year == 0 ? 0 : before / 4 - before / 100 + before / 400 + 1)
                + DAYS_BEFORE_MONTH[month - 1]
                + (month > 2 && leapYear ? 1 : 0)
                + day
                - 1
                - 719_528;
        seconds = days * 86_400;
        return true;
    }

    private boolean timeOfDay() {
        if (!take('T') && !take('t') && !take(' ')) {
            return false;
        }
        int hour = digits(2);
        if (hour < 0 || hour > 23 || !take(':')) {
            return false;
        }
        int minute = digits(2);
        if (minute < 0 || minute > 59) {
            return false;
        }
        int second = 0;
        if (take(':')) {
            second = digits(2);
            if (second < 0 || second > 60 || !fraction()) {
                return false;
            }
        }
        seconds += hour * 3_600L + minute * 60L + second;
        leapSecond = second == 60;
        return true;
    }

    private boolean fraction() {
        if (!take('.') && !take(',')) {
            return true;
        }
        int start = at;
        int unit = 100_000_000;
        while (at < text.length() && Character.digit(text.charAt(at), 10) >= 0) {
            nanos += Character.digit(text.charAt(at), 10) * unit;
            unit /= 10;
            at++;
        }
        return at > start;
    }

    private boolean zone() {
        if (at == text.length()) {
            return !leapSecond || LeapSeconds.followsLeapSecond(seconds * Counted.NS_PER_SECOND);
        }
        zoned = true;
        boolean blank = take(' ');
        if (take('Z') || take('z') || word("UTC")) {
            return !leapSecond || LeapSeconds.followsLeapSecond(seconds * Counted.NS_PER_SECOND);
        }
        boolean west = !blank && take('-');
        if (blank || (!west && !take('+'))) {
            return false;
        }
        int hours = digits(2);
        take(':');
        int minutes = at == text.length() ? 0 : digits(2);
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return false;
        }
        long offset = hours * 3_600L + minutes * 60L;
        seconds += west ? offset : -offset;
        return !leapSecond || LeapSeconds.followsLeapSecond(seconds * Counted.NS_PER_SECOND);
    }

    private boolean take(char wanted) {
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private boolean word(String wanted) {
        if (text.startsWith(wanted, at)) {
            at += wanted.length();
            return true;
        }
        return false;
    }

    /** The number of exactly so many digits; -1 if there are fewer. */
    private int digits(int count) {
        if (at + count > text.length()) {
            return -1;
        }
        int number = 0;
        for (int end = at + count; at < end; at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
