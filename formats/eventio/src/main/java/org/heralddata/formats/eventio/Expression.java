package org.heralddata.formats.eventio;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whole-number arithmetic of layouts, such as {@code id>>12&255} or {@code n_gains*n_pixels}: from left to right, comparisons
 * give 1 or 0.
 */
record Expression(List<Step> steps) {
    private static final Pattern TOKEN = Pattern.compile("(>=|<=|>>|[&*/%+<>=])|(0x[0-9a-f]+|\\d+)|([a-z_][a-z_0-9]*)");

    /**
     * @param operator empty in the first step
     * @param name     empty if the operand is {@code number}
     */
    record Step(String operator, String name, long number) {}

    static Expression of(String text) {
        List<Step> steps = new ArrayList<>();
        String operator = "";
        Matcher token = TOKEN.matcher(text);
        int at = 0;
        while (token.find()) {
            if (token.start() != at) {
                throw new IllegalStateException("bad expression " + text);
            }
            at = token.end();
            if (token.group(1) != null) {
                operator = token.group(1);
            } else if (token.group(2) != null) {
                steps.add(new Step(operator, "", Long.decode(token.group(2))));
            } else {
                steps.add(new Step(operator, token.group(3), 0));
            }
        }
        if (at != text.length() || steps.isEmpty()) {
            throw new IllegalStateException("bad expression " + text);
        }
        return new Expression(List.copyOf(steps));
    }

    /** {@link Around#NONE} if a name has no value. Overflowing counts become huge and so are refused. */
    long value(ToLongFunction<String> names) {
        long value = 0;
        for (Step step : steps) {
            long operand = step.name().isEmpty() ? step.number() : names.applyAsLong(step.name());
            if (operand == Around.NONE) {
                return Around.NONE;
            }
            value = step.operator().isEmpty() ? operand : apply(step.operator(), value, operand);
        }
        return value;
    }

    private static long apply(String operator, long a, long b) {
        return switch (operator) {
            case "&" -> a & b;
            case "*" -> product(a, b);
            case "/" -> b == 0 ? 0 : a / b;
            case "%" -> b == 0 ? 0 : a % b;
            case "+" -> a + b;
            case ">>" -> a >> b;
            case ">=" -> a >= b ? 1 : 0;
            case "<=" -> a <= b ? 1 : 0;
            case ">" -> a > b ? 1 : 0;
            case "<" -> a < b ? 1 : 0;
            default -> a == b ? 1 : 0;
        };
    }

    /** A product that does not fit, or of negative counts, is no count either. */
    private static long product(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        return high != 0 || a * b < 0 || a < 0 ? Long.MAX_VALUE : a * b;
    }
}
