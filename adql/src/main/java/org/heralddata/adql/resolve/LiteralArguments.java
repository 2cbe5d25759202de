package org.heralddata.adql.resolve;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.function.AdqlFunction;
import org.heralddata.adql.resolve.Problems.Typed;
import org.heralddata.adql.tree.Expression;
import org.heralddata.adql.typed.Value;

/** Checks the arguments that must be known before a query runs. */
final class LiteralArguments {
    private static final int MOST_BINS = 1000;

    /** Linear engines of regular expressions have neither of them. */
    private static final Pattern BACKWARDS = Pattern.compile("\\(\\?(?:=|!|<=|<!|>)|\\\\[1-9]");

    private LiteralArguments() {}

    /** False, with the reason told, if one of them is not as it must be. */
    static boolean fit(AdqlFunction function, Expression.Call call, List<Typed> arguments, Problems problems) {
        return switch (function) {
            case GAVO_MATCH ->
                pattern(call.arguments().getFirst(), arguments.getFirst().value(), problems);
            case IVO_HISTOGRAM, GAVO_HISTOGRAM ->
                bins(call.arguments().get(3), arguments.get(3).value(), problems);
            default -> true;
        };
    }

    private static boolean pattern(Expression written, Value value, Problems problems) {
        String help = value instanceof Value.Text(var text) ? wrong(text) : "such as gavo_match('^M ?31', name)";
        if (help != null) {
            problems.add(
                    written.span(),
                    value instanceof Value.Text ? AdqlCode.BAD_LITERAL : AdqlCode.WRONG_ARGUMENTS,
                    value instanceof Value.Text
                            ? "this is no regular expression"
                            : "the regular expression must be a literal",
                    help);
        }
        return help == null;
    }

    private static @org.jspecify.annotations.Nullable String wrong(String pattern) {
        if (BACKWARDS.matcher(pattern).find()) {
            return "it cannot look around or back at what it found";
        }
        try {
            Pattern.compile(pattern);
            return null;
        } catch (PatternSyntaxException e) {
            return e.getDescription() + " at character " + (e.getIndex() + 1);
        }
    }

    private static boolean bins(Expression written, Value value, Problems problems) {
        boolean fits = value instanceof Value.Numeral(var number, var type)
                && type.isInteger()
                && number.signum() > 0
                && number.longValue() <= MOST_BINS;
        if (!fits) {
            problems.add(
                    written.span(),
                    AdqlCode.WRONG_ARGUMENTS,
                    "the number of bins is a literal from 1 to %d".formatted(MOST_BINS),
                    null);
        }
        return fits;
    }
}
