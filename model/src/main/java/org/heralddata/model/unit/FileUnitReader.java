package org.heralddata.model.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings the units of files to VOUnits: FITS 4.0 (section 4.3), OGIP 93-001 and CDS syntax, common words and labels.
 *
 * <p>Grammar: factors parted by blanks, {@code .} or {@code *}; {@code /} divides by the next factor only; a factor is a
 * name, a number or a group, with a power written {@code **2}, {@code ^2}, {@code 2} or {@code -2} behind it.
 */
final class FileUnitReader {
    private static final Pattern LOGARITHM = Pattern.compile("(?i)(log10|log|lg|ln|sqrt)\\s*[(\\[]\\s*(.+?)\\s*[)\\]]");
    private static final Pattern QUANTITY = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*\\s*/\\s*(.+)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,2})?");
    private static final Pattern NAME = Pattern.compile("'[A-Za-z_]+'|%|p\\.e\\.|[A-Za-z_]+");
    private static final Pattern POWER =
            Pattern.compile("\\s*(?:\\*\\*|\\^)\\s*([+-]?[0-9]{1,2}|\\(\\s*[+-]?[0-9]{1,2}(?:[./][0-9]{1,2})?\\s*\\))"
                    + "|([+-]?[0-9]{1,2})(?![0-9.])");
    private static final Pattern TIMES = Pattern.compile("\\s*(\\*(?!\\*)|\\.)\\s*|\\s+(?!/|(?i:per\\b))");
    private static final Pattern DIVIDED = Pattern.compile("\\s*/\\s*|\\s+per\\s+", Pattern.CASE_INSENSITIVE);
    private static final int MAX_LENGTH = 100;

    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("\u00b5", "u"),
            Map.entry("\u03bc", "u"),
            Map.entry("\u00b0C", " 'degC' "),
            Map.entry("\u2103", " 'degC' "),
            Map.entry("\u00b0", "deg"),
            Map.entry("\u00c5", "Angstrom"),
            Map.entry("\u212b", "Angstrom"),
            Map.entry("\u03a9", "Ohm"),
            Map.entry("\u00b7", "."),
            Map.entry("\u22c5", "."),
            Map.entry("\u00d7", "*"),
            Map.entry("\u207b", "-"),
            Map.entry("\u2212", "-"),
            Map.entry("\u00b9", "1"),
            Map.entry("\u00b2", "2"),
            Map.entry("\u00b3", "3"),
            Map.entry("{", ""),
            Map.entry("}", ""),
            Map.entry("$", ""),
            Map.entry("\\", ""));

    private final String text;
    private final List<Factor> factors = new ArrayList<>();
    private double scale = 1;
    private int at;

    private record Factor(String name, Rational power) {}

    private FileUnitReader(String text) {
        this.text = text;
    }

    static Optional<Unit> read(String written) {
        String text = plain(written);
        if (text.length() > MAX_LENGTH || !text.chars().allMatch(c -> c >= ' ' && c < 127)) {
            return Optional.empty();
        }
        if (UnitWords.NO_UNIT.contains(text.toLowerCase(Locale.ROOT))) {
            return Optional.of(Unit.NONE);
        }
        if (Unit.parseStrictly(text).isPresent()) {
            return Unit.parseStrictly(text);
        }
        String word = UnitWords.symbol(text);
        if (word != null) {
            return Unit.parseStrictly(word);
        }
        Matcher function = LOGARITHM.matcher(text);
        if (function.matches()) {
            return function(function.group(1).toLowerCase(Locale.ROOT), function.group(2));
        }
        return new FileUnitReader(text).expression();
    }

    private static String plain(String written) {
        String text = written.strip();
        for (var spelling : SPELLINGS.entrySet()) {
            text = text.replace(spelling.getKey(), spelling.getValue());
        }
        text = text.strip();
        boolean wrapped = text.length() > 2
                && ((text.startsWith("[") && text.endsWith("]")) || (text.startsWith("(") && text.endsWith(")")))
                && text.substring(1, text.length() - 1).chars().noneMatch(c -> "()[]".indexOf(c) >= 0);
        return wrapped ? text.substring(1, text.length() - 1).strip() : text;
    }

    /** {@code Log(E/GeV)} is a logarithm of gigaelectronvolts, whatever the quantity is called. */
    private static Optional<Unit> function(String name, String operand) {
        Matcher quantity = QUANTITY.matcher(operand);
        Optional<Unit> unit = operand.contains("/")
                        && quantity.matches()
                        && KnownUnits.split(operand.substring(0, operand.indexOf('/'))
                                        .strip())
                                .isEmpty()
                ? read(quantity.group(1))
                : read(operand);
        String function = switch (name) {
            case "ln" -> "ln";
            case "sqrt" -> "sqrt";
            default -> "log";
        };
        return unit.filter(u -> !u.equals(Unit.NONE)).flatMap(u -> Unit.parseStrictly(function + "(" + u + ")"));
    }

    private Optional<Unit> expression() {
        boolean divided = false;
        if (matches(DIVIDED)) {
            divided = true;
        }
        while (true) {
            if (!factor(divided)) {
                return Optional.empty();
            }
            if (at == text.length()) {
                return Unit.parseStrictly(written());
            }
            if (matches(DIVIDED)) {
                divided = true;
            } else if (matches(TIMES)) {
                divided = false;
            } else {
                return Optional.empty();
            }
        }
    }

    private boolean factor(boolean divided) {
        if (at < text.length() && text.charAt(at) == '(') {
            return group(divided);
        }
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (number.lookingAt()) {
            at = number.end();
            double value = Double.parseDouble(number.group());
            Rational power = power();
            double factor = power == null ? value : Math.pow(value, power.value());
            scale = divided ? scale / factor : scale * factor;
            return scale > 0 && Double.isFinite(scale);
        }
        Matcher name = NAME.matcher(text).region(at, text.length());
        if (!name.lookingAt()) {
            return false;
        }
        at = name.end();
        String known = UnitWords.symbol(name.group());
        String symbol = known != null ? known : name.group();
        if (symbol.startsWith("'")
                ? Unit.parseStrictly(symbol).isEmpty()
                : KnownUnits.split(symbol).isEmpty()) {
            return false;
        }
        Rational power = power();
        Rational upward = power == null ? Rational.ONE : power;
        factors.add(new Factor(symbol, divided ? upward.negated() : upward));
        return true;
    }

    private boolean group(boolean divided) {
        int close = text.indexOf(')', at);
        if (close < 0) {
            return false;
        }
        var inner = new FileUnitReader(text.substring(at + 1, close).strip());
        if (inner.expression().isEmpty()) {
            return false;
        }
        at = close + 1;
        Rational power = power();
        Rational upward = power == null ? Rational.ONE : power;
        Rational signed = divided ? upward.negated() : upward;
        scale *= Math.pow(inner.scale, signed.value());
        inner.factors.forEach(f -> factors.add(new Factor(f.name, f.power.times(signed))));
        return true;
    }

    private @Nullable Rational power() {
        Matcher power = POWER.matcher(text).region(at, text.length());
        if (!power.lookingAt()) {
            return null;
        }
        at = power.end();
        String digits = (power.group(1) != null ? power.group(1) : power.group(2)).replaceAll("[()\\s]", "");
        int slash = digits.indexOf('/');
        return slash < 0
                ? Rational.of(Double.parseDouble(digits))
                : Rational.of(
                        Integer.parseInt(digits.substring(0, slash)), Integer.parseInt(digits.substring(slash + 1)));
    }

    private boolean matches(Pattern separator) {
        Matcher found = separator.matcher(text).region(at, text.length());
        if (found.lookingAt()) {
            at = found.end();
            return true;
        }
        return false;
    }

    private String written() {
        List<Factor> below =
                factors.stream().filter(f -> f.power.numerator() < 0).toList();
        List<Factor> above =
                factors.stream().filter(f -> f.power.numerator() > 0).toList();
        String units = below.size() == 1 && !above.isEmpty()
                ? join(above) + "/"
                        + term(below.getFirst().name, below.getFirst().power.negated())
                : join(factors);
        return factor(scale) + units;
    }

    private static String join(List<Factor> factors) {
        return factors.stream().map(f -> term(f.name, f.power)).collect(Collectors.joining("."));
    }

    private static String term(String name, Rational power) {
        return power.equals(Rational.ONE) ? name : name + "**" + power;
    }

    private static String factor(double scale) {
        if (scale == 1) {
            return "";
        }
        double tens = Math.rint(Math.log10(scale));
        boolean powerOfTen = Math.abs(scale / Math.pow(10, tens) - 1) < 1e-12;
        return powerOfTen ? "10**" + (int) tens : plainNumber(scale);
    }

    private static String plainNumber(double scale) {
        String digits = Double.toString(scale);
        return digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits.replace(".0E", "E");
    }
}
