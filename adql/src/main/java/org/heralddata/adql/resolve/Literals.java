package org.heralddata.adql.resolve;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.adql.typed.Value;

/** Reads numbers and times. */
final class Literals {
    /** Beyond what any type holds; bounds the work. */
    private static final int LONGEST_NUMBER = 400;

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,5})?");

    /** DALI 1.1, section 3.3.3, with a blank for the T as SQL has it. */
    private static final Pattern TIME = Pattern.compile(
            "(-?\\d{4,5})-(\\d\\d)-(\\d\\d)(?:[T ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d{1,9})\\d*)?)?)?Z?");

    private Literals() {}

    /** Empty if it is no number or too large a one. */
    static Optional<Value.Numeral> number(String text) {
        String bare = text.strip();
        if (bare.length() > LONGEST_NUMBER || !NUMBER.matcher(bare).matches()) {
            return Optional.empty();
        }
        var number = new BigDecimal(
                bare.endsWith(".") ? bare + "0" : bare.replace(".e", ".0e").replace(".E", ".0E"));
        boolean whole = bare.chars().allMatch(c -> Character.isDigit(c) || c == '-' || c == '+');
        if (!whole) {
            return Double.isInfinite(number.doubleValue())
                    ? Optional.empty()
                    : Optional.of(new Value.Numeral(number, ValueType.DOUBLE));
        }
        return Optional.of(integer(number.toBigIntegerExact()));
    }

    static Value.Numeral integer(BigInteger number) {
        int bits = number.bitLength();
        ValueType type = bits < 32 ? ValueType.INTEGER : bits < 64 ? ValueType.BIGINT : ValueType.DOUBLE;
        return new Value.Numeral(new BigDecimal(number), type);
    }

    /** UTC; empty if it is no time or beyond the years 1678 to 2261. */
    static Optional<Value.Time> time(String text) {
        Matcher m = TIME.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            var second = LocalDateTime.of(
                    Integer.parseInt(m.group(1)),
                    Integer.parseInt(m.group(2)),
                    Integer.parseInt(m.group(3)),
                    number(m, 4),
                    number(m, 5),
                    number(m, 6));
            long nanos = m.group(7) == null ? 0 : Long.parseLong((m.group(7) + "000000000").substring(0, 9));
            long seconds = second.toEpochSecond(ZoneOffset.UTC);
            return Optional.of(new Value.Time(Math.addExact(Math.multiplyExact(seconds, 1_000_000_000L), nanos)));
        } catch (DateTimeException | ArithmeticException impossible) {
            return Optional.empty();
        }
    }

    private static int number(Matcher m, int group) {
        return m.group(group) == null ? 0 : Integer.parseInt(m.group(group));
    }
}
