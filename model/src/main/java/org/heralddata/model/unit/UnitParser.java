package org.heralddata.model.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads VOUnits by recursive descent along the standard's grammar (VOUnits 1.1, appendix C.4). */
final class UnitParser {
    private static final Set<String> FUNCTIONS = Set.of("log", "ln", "exp", "sqrt");
    private static final Pattern NAME = Pattern.compile("%|[A-Za-z_]+(?:[0-9]+(?=\\())?");
    private static final Pattern QUOTED = Pattern.compile("'([A-Za-z_]+)'");
    private static final Pattern POWER =
            Pattern.compile("([+-]?[0-9]{1,3})|\\(([+-]?[0-9]{1,3})(?:/([1-9][0-9]?)|\\.([0-9]{1,3}))?\\)");
    private static final Pattern TEN = Pattern.compile("10(\\*\\*|\\^)(?:([+-]?[0-9]{1,2})|\\(([+-]?[0-9]{1,2})\\))");
    private static final Pattern FLOAT = Pattern.compile("(0\\.[0-9]+|[1-9][0-9]*(\\.[0-9]+)?)([eE][+-]?[0-9]{1,2})?");
    private static final int MAX_LENGTH = 200;
    private static final int MAX_DEPTH = 20;

    private final String text;
    private final boolean advising;
    private final List<String> warnings = new ArrayList<>();
    private int at;
    private int depth;

    private UnitParser(String text, boolean advising) {
        this.text = text;
        this.advising = advising;
    }

    /** A text taken apart. */
    record Parsed(UnitExpression expression, List<String> warnings) {}

    /**
     * @param advising whether to look for what was meant by what is wrong
     * @throws UnitSyntaxException if it is not a unit
     */
    static Parsed parse(String text, boolean advising) {
        var parser = new UnitParser(text, advising);
        return new Parsed(parser.input(), parser.warnings);
    }

    private UnitExpression input() {
        if (text.length() > MAX_LENGTH) {
            throw wrong("longer than a unit can be", 0, text.length(), null);
        }
        if (text.equalsIgnoreCase("unknown")) {
            throw wrong("says that the unit is not known", 0, text.length(), "leave the unit out");
        }
        UnitExpression expression = text.equals("1") ? one() : scaled();
        if (at < text.length()) {
            throw unexpected();
        }
        return expression;
    }

    private UnitExpression one() {
        at = 1;
        return new UnitExpression.One();
    }

    private UnitExpression scaled() {
        Matcher ten = matcher(TEN);
        if (ten.lookingAt()) {
            at = ten.end();
            warnOfCaret(ten.group(1));
            String power = ten.group(2) != null ? ten.group(2) : ten.group(3);
            String sign = power.startsWith("+") ? power.substring(1) : power;
            return new UnitExpression.Scaled("10**" + sign, Double.parseDouble("1e" + sign), complete());
        }
        Matcher number = matcher(FLOAT);
        if (number.lookingAt()) {
            double value = Double.parseDouble(number.group());
            if (!(value > 0 && Double.isFinite(value))) {
                throw wrong("a scale factor cannot be 0", at, number.group().length(), null);
            }
            at = number.end();
            if (at < text.length() && text.charAt(at) == '/' && value == 1) {
                return complete(new UnitExpression.One());
            }
            return new UnitExpression.Scaled(number.group(), value, complete());
        }
        return complete();
    }

    private UnitExpression complete() {
        return complete(product());
    }

    private UnitExpression complete(UnitExpression numerator) {
        if (!accept("/")) {
            return numerator;
        }
        UnitExpression denominator = term();
        if (at < text.length() && text.charAt(at) == '/') {
            throw wrong("a unit has one `/` only", at, 1, "write negative powers, such as `cm**-2.s**-1`");
        }
        if (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == '*')) {
            throw wrong("what stands under the `/` is ambiguous", at, 1, "put it in parentheses, such as `J/(m.s)`");
        }
        return numerator instanceof UnitExpression.One
                ? inverse(denominator)
                : new UnitExpression.Quotient(numerator, denominator);
    }

    /** {@code 1/x} is {@code x**-1}: the standard has no numerator without a unit. */
    private static UnitExpression inverse(UnitExpression unit) {
        return unit instanceof UnitExpression.Power(var base, var power)
                ? new UnitExpression.Power(base, power.negated())
                : new UnitExpression.Power(unit, Rational.ONE.negated());
    }

    private UnitExpression product() {
        var factors = new ArrayList<UnitExpression>();
        factors.add(term());
        while (true) {
            if (text.startsWith("*", at) && !text.startsWith("**", at)) {
                at++;
                warn("VOUnits multiplies with `.`, not `*`");
            } else if (!accept(".")) {
                return factors.size() == 1 ? factors.getFirst() : new UnitExpression.Product(factors);
            }
            factors.add(term());
        }
    }

    private UnitExpression term() {
        if (++depth > MAX_DEPTH) {
            throw wrong("too deeply nested", at, 1, null);
        }
        UnitExpression base = accept("(") ? group() : symbolOrFunction();
        depth--;
        boolean caret = text.startsWith("^", at);
        if (!accept("**") && !accept("^")) {
            return base;
        }
        warnOfCaret(caret ? "^" : "**");
        Matcher power = matcher(POWER);
        if (!power.lookingAt()) {
            throw wrong(
                    "a power is a whole number or a fraction in parentheses", at, 1, "such as `m**2` or `m**(1/2)`");
        }
        at = power.end();
        return new UnitExpression.Power(base, power(power));
    }

    private static Rational power(Matcher power) {
        if (power.group(1) != null) {
            return Rational.of(Integer.parseInt(power.group(1)), 1);
        }
        if (power.group(4) != null) {
            return Rational.of(Double.parseDouble(power.group(2) + "." + power.group(4)));
        }
        int below = power.group(3) == null ? 1 : Integer.parseInt(power.group(3));
        return Rational.of(Integer.parseInt(power.group(2)), below);
    }

    private UnitExpression group() {
        UnitExpression inner = complete();
        expect(")");
        return new UnitExpression.Group(inner);
    }

    private UnitExpression symbolOrFunction() {
        int start = at;
        Matcher name = matcher(NAME);
        String symbol = "";
        if (name.lookingAt()) {
            at = name.end();
            symbol = name.group();
        }
        Matcher quoted = matcher(QUOTED);
        if (quoted.lookingAt()) {
            at = quoted.end();
            if (!symbol.isEmpty() && !Prefixes.DECIMAL.containsKey(symbol)) {
                throw wrong("not an SI prefix", start, symbol.length(), null);
            }
            return new UnitExpression.Symbol(symbol, quoted.group(1), true);
        }
        if (symbol.isEmpty()) {
            throw unexpected();
        }
        if (accept("(")) {
            return function(symbol, start);
        }
        UnitExpression.Symbol known = KnownUnits.split(symbol).orElse(null);
        if (known == null) {
            throw wrong("not a VOUnits symbol", start, symbol.length(), adviceFor(symbol));
        }
        String warning = KnownUnits.warning(known);
        if (warning != null) {
            warn(warning);
        }
        return known;
    }

    private @Nullable String adviceFor(String symbol) {
        return !advising
                ? null
                : KnownUnits.nearest(symbol)
                        .map("did you mean `%s`?"::formatted)
                        .orElse("put a unit of your own in quotes: `'%s'`".formatted(symbol));
    }

    private UnitExpression function(String name, int start) {
        if (!FUNCTIONS.contains(name)) {
            String help = name.equalsIgnoreCase("log10") || name.equals("lg")
                    ? "VOUnits calls the decimal logarithm `log`"
                    : "VOUnits has log, ln, exp and sqrt";
            throw wrong("not a VOUnits function", start, name.length(), help);
        }
        if (++depth > MAX_DEPTH) {
            throw wrong("too deeply nested", start, name.length(), null);
        }
        UnitExpression operand = scaled();
        expect(")");
        depth--;
        return new UnitExpression.Function(name, operand);
    }

    private Matcher matcher(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length());
    }

    private boolean accept(String token) {
        boolean there = text.startsWith(token, at);
        if (there) {
            at += token.length();
        }
        return there;
    }

    private void expect(String token) {
        if (!accept(token)) {
            throw wrong("`%s` is missing".formatted(token), Math.min(at, text.length() - 1), 1, null);
        }
    }

    private void warnOfCaret(String operator) {
        if (operator.equals("^")) {
            warn("VOUnits writes powers with `**`, not `^`");
        }
    }

    private void warn(String warning) {
        if (!warnings.contains(warning)) {
            warnings.add(warning);
        }
    }

    private UnitSyntaxException unexpected() {
        if (at >= text.length()) {
            return wrong("a unit is missing at the end", Math.max(0, text.length() - 1), 1, null);
        }
        String help = advising
                ? Unit.fromFile(text).map("did you mean `%s`?"::formatted).orElse(null)
                : null;
        String what = Character.isWhitespace(text.charAt(at)) ? "a unit has no blanks" : "unexpected here";
        return wrong(what, at, 1, help);
    }

    private static UnitSyntaxException wrong(String reason, int start, int length, @Nullable String help) {
        return new UnitSyntaxException(new UnitReading.Invalid(reason, start, Math.max(1, length), help));
    }
}
