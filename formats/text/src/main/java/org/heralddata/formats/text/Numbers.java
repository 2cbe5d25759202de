package org.heralddata.formats.text;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers as text: decimal integers, decimals with exponents by {@code e} or Fortran's {@code d}, {@code inf}, {@code nan}. */
final class Numbers {

    /** What a piece of text is. */
    enum Kind {
        INTEGER,
        DECIMAL,
        INFINITE,
        NAN,
        OTHER
    }

    private static final long EXACT = 1L << 53;
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private Numbers() {}

    static Kind kind(byte[] text, int start, int end) {
        int p = start;
        if (p < end && (text[p] == '-' || text[p] == '+')) {
            p++;
        }
        if (p == end) {
            return Kind.OTHER;
        }
        if (text[p] > '9') {
            return word(text, p, end);
        }
        int from = p;
        while (p < end && digit(text[p])) {
            p++;
        }
        int digits = p - from;
        if (p == end) {
            return Kind.INTEGER;
        }
        if (text[p] == '.') {
            from = ++p;
            while (p < end && digit(text[p])) {
                p++;
            }
            digits += p - from;
        }
        if (digits == 0) {
            return Kind.OTHER;
        }
        return p == end || isExponent(text, p, end) ? Kind.DECIMAL : Kind.OTHER;
    }

    private static boolean isExponent(byte[] text, int start, int end) {
        int p = start;
        int letter = text[p++] | 0x20;
        if (letter != 'e' && letter != 'd') {
            return false;
        }
        if (p < end && (text[p] == '-' || text[p] == '+')) {
            p++;
        }
        int from = p;
        while (p < end && digit(text[p])) {
            p++;
        }
        return p == end && p > from;
    }

    private static Kind word(byte[] text, int start, int end) {
        if (matches(text, start, end, "nan")) {
            return Kind.NAN;
        }
        return matches(text, start, end, "inf") || matches(text, start, end, "infinity") ? Kind.INFINITE : Kind.OTHER;
    }

    /** True if the text is a lower-case word, whatever its own case. */
    static boolean matches(byte[] text, int start, int end, String word) {
        if (end - start != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if ((text[start + i] | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }

    /**
     * The nearest double, exactly as {@link Double#parseDouble}.
     *
     * @throws NumberFormatException if it is no number of the kinds above
     */
    static double toDouble(byte[] text, int start, int end) {
        int p = start;
        boolean negative = false;
        if (p < end && (text[p] == '-' || text[p] == '+')) {
            negative = text[p++] == '-';
        }
        long mantissa = 0;
        int exponent = 0;
        int first = p;
        while (p < end && digit(text[p])) {
            mantissa = mantissa * 10 + (text[p++] - '0');
        }
        int digits = p - first;
        if (p < end && text[p] == '.') {
            first = ++p;
            while (p < end && digit(text[p])) {
                mantissa = mantissa * 10 + (text[p++] - '0');
            }
            exponent = first - p;
            digits += p - first;
        }
        if (digits == 0 || digits > 18) {
            return slowly(text, start, end);
        }
        if (p < end) {
            if (!isExponent(text, p, end) || end - p > 6) {
                return slowly(text, start, end);
            }
            exponent += exponent(text, p + 1, end);
        }
        if (mantissa > EXACT || exponent > 22 || exponent < -22) {
            return slowly(text, start, end);
        }
        // Both factors are exact doubles, so one rounding gives the nearest (Clinger 1990).
        double size = exponent < 0 ? mantissa / POWERS[-exponent] : mantissa * POWERS[exponent];
        return negative ? -size : size;
    }

    private static int exponent(byte[] text, int start, int end) {
        int p = start;
        boolean negative = text[p] == '-';
        if (negative || text[p] == '+') {
            p++;
        }
        int value = 0;
        while (p < end) {
            value = value * 10 + (text[p++] - '0');
        }
        return negative ? -value : value;
    }

    private static double slowly(byte[] text, int start, int end) {
        return switch (kind(text, start, end)) {
            case NAN -> Double.NaN;
            case INFINITE -> text[start] == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            case OTHER -> throw new NumberFormatException("no number");
            case INTEGER, DECIMAL -> {
                for (int i = start; i < end; i++) {
                    if ((text[i] | 0x20) == 'd') {
                        byte[] copy = Arrays.copyOfRange(text, start, end);
                        copy[i - start] = 'e';
                        yield JavaDoubleParser.parseDouble(copy, 0, copy.length);
                    }
                }
                yield JavaDoubleParser.parseDouble(text, start, end - start);
            }
        };
    }

    /**
     * A signed 64-bit integer.
     *
     * @throws NumberFormatException if it is none or too large
     */
    static long toLong(byte[] text, int start, int end) {
        int p = start;
        boolean negative = false;
        if (p < end && (text[p] == '-' || text[p] == '+')) {
            negative = text[p++] == '-';
        }
        if (p == end || end - p > 18) {
            return Long.parseLong(string(text, start, end));
        }
        long value = 0;
        for (; p < end; p++) {
            if (!digit(text[p])) {
                throw new NumberFormatException("no integer");
            }
            value = value * 10 + (text[p] - '0');
        }
        return negative ? -value : value;
    }

    /**
     * An unsigned 64-bit integer as its bits.
     *
     * @throws NumberFormatException if it is none or too large
     */
    static long toUnsignedLong(byte[] text, int start, int end) {
        return Long.parseUnsignedLong(string(text, start, end));
    }

    private static String string(byte[] text, int start, int end) {
        return new String(text, start, end - start, StandardCharsets.ISO_8859_1);
    }
}
