package org.heralddata.formats.text;

import java.nio.charset.StandardCharsets;

/**
 * Moments as ISO 8601 text: {@code 2004-01-31}, {@code 2004-01-31T23:59:59.123456789Z}, a blank instead of the {@code T},
 * an offset instead of the {@code Z}; without either it is UTC.
 */
final class Timestamps {

    /** Not a moment within the years 1678 to 2261. */
    static final long NONE = Long.MIN_VALUE;

    private static final long SECOND = 1_000_000_000L;

    private Timestamps() {}

    /** Nanoseconds since 1970, or {@link #NONE}. */
    static long parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return parse(bytes, 0, bytes.length);
    }

    /** Nanoseconds since 1970, or {@link #NONE}. */
    static long parse(byte[] text, int start, int end) {
        int length = end - start;
        if (length < 10 || text[start + 4] != '-' || text[start + 7] != '-') {
            return NONE;
        }
        int year = number(text, start, 4);
        int month = number(text, start + 5, 2);
        int day = number(text, start + 8, 2);
        if (year < 1678 || year > 2261 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
            return NONE;
        }
        long days = daysSince1970(year, month, day);
        if (length == 10) {
            return days * 86_400 * SECOND;
        }
        long inDay = timeOfDay(text, start + 10, end);
        return inDay == NONE ? NONE : days * 86_400 * SECOND + inDay;
    }

    private static long timeOfDay(byte[] text, int start, int end) {
        if (end - start < 6
                || (text[start] != 'T' && text[start] != ' ' && text[start] != 't')
                || text[start + 3] != ':') {
            return NONE;
        }
        int hour = number(text, start + 1, 2);
        int minute = number(text, start + 4, 2);
        int second = 0;
        long fraction = 0;
        int p = start + 6;
        if (p < end && text[p] == ':') {
            if (end - p < 3) {
                return NONE;
            }
            second = number(text, p + 1, 2);
            p += 3;
            if (p < end && text[p] == '.') {
                int from = ++p;
                long unit = SECOND;
                while (p < end && text[p] >= '0' && text[p] <= '9') {
                    unit /= 10;
                    fraction += unit * (text[p++] - '0');
                }
                if (p == from || p - from > 9) {
                    return NONE;
                }
            }
        }
        int offset = offset(text, p, end);
        if (hour < 0
                || hour > 23
                || minute < 0
                || minute > 59
                || second < 0
                || second > 60
                || offset == Integer.MIN_VALUE) {
            return NONE;
        }
        return (hour * 3600L + minute * 60L + second - offset * 60L) * SECOND + fraction;
    }

    /** Minutes east of Greenwich; {@link Integer#MIN_VALUE} if it is no offset. */
    private static int offset(byte[] text, int start, int end) {
        int length = end - start;
        if (length == 0 || (length == 1 && (text[start] == 'Z' || text[start] == 'z'))) {
            return 0;
        }
        if (((length != 6 || text[start + 3] != ':') && length != 5) || (text[start] != '+' && text[start] != '-')) {
            return Integer.MIN_VALUE;
        }
        int hours = number(text, start + 1, 2);
        int minutes = number(text, end - 2, 2);
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
            return Integer.MIN_VALUE;
        }
        return (text[start] == '-' ? -1 : 1) * (hours * 60 + minutes);
    }

    private static int number(byte[] text, int start, int digits) {
        int value = 0;
        for (int i = start; i < start + digits; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return -1;
            }
            value = value * 10 + text[i] - '0';
        }
        return value;
    }

    private static int daysIn(int year, int month) {
        return switch (month) {
            case 4, 6, 9, 11 -> 30;
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            default -> 31;
        };
    }

    private static long daysSince1970(int year, int month, int day) {
        return java.time.LocalDate.of(year, month, day).toEpochDay();
    }
}
