package org.heralddata.query.cuts;

import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.model.unit.Unit;
import org.heralddata.model.unit.UnitReading;
import org.heralddata.query.QueryCode;
import org.heralddata.query.cuts.Syntax.Span;
import org.jspecify.annotations.Nullable;

/** Reads the values of a selection: quantities, times, angles, strings, truth values. */
final class ValueParser {
    private static final int MAX_DIGITS = 60;
    private static final int MAX_EXPONENT = 400;
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE]([+-]?\\d+))?");
    private static final Pattern SEXAGESIMAL =
            Pattern.compile("([+-]?)(\\d{1,3})([hd])(\\d{1,2})m(?:(\\d{1,2}(?:\\.\\d{0,12})?)s)?(?![A-Za-z0-9_])");
    private static final Pattern TIME_LIKE = Pattern.compile("\\d{4}-\\d{1,2}(?:-|\\b)[0-9A-Za-z:.+-]*");
    private static final Pattern STRING = Pattern.compile("'((?:[^']|'')*)'");

    /** Words that end a value, so cannot be its unit. */
    private static final Set<String> AFTER_VALUE = Set.of("and", "or", "not", "between", "in", "is", "like");

    private final Scanner scanner;

    ValueParser(Scanner scanner) {
        this.scanner = scanner;
    }

    Value value() {
        int start = scanner.position();
        Matcher time = scanner.take(TimeReader.FORM);
        if (time != null) {
            return time(time, start);
        }
        Matcher broken = scanner.matcher(TIME_LIKE);
        if (broken.lookingAt()) {
            throw badTime(new Span(start, broken.end()), broken.group());
        }
        Matcher angle = scanner.take(SEXAGESIMAL);
        if (angle != null) {
            return angle(angle, new Span(start, angle.end()));
        }
        Matcher number = scanner.take(NUMBER);
        if (number != null) {
            return quantity(number, start);
        }
        Matcher string = scanner.take(STRING);
        if (string != null) {
            return new Value.Text(string.group(1).replace("''", "'"), new Span(start, string.end()));
        }
        if (scanner.acceptWord("true")) {
            return new Value.Truth(true, new Span(start, start + 4));
        }
        if (scanner.acceptWord("false")) {
            return new Value.Truth(false, new Span(start, start + 5));
        }
        throw noValue(start);
    }

    private RuntimeException noValue(int start) {
        var unexpected = scanner.unexpected("a value");
        String word = scanner.word();
        String help = null;
        if (scanner.peek() == '\'') {
            help = "the string lacks its closing `'`";
        } else if (scanner.peek() == '"') {
            help = "strings stand in single quotes";
        } else if (word != null && !AFTER_VALUE.contains(word)) {
            help = "a string stands in single quotes, such as `'%s'`; two columns cannot be compared"
                    .formatted(scanner.text.substring(start, start + word.length()));
        }
        return Mistake.refuse(unexpected.helped(help));
    }

    private Value time(Matcher match, int start) {
        Span span = new Span(start, match.end());
        char next = match.end() < scanner.text.length() ? scanner.text.charAt(match.end()) : ' ';
        if (Character.isLetterOrDigit(next) || "-:+.".indexOf(next) >= 0) {
            Matcher whole = TIME_LIKE.matcher(scanner.text).region(start, scanner.text.length());
            Span all = new Span(start, whole.lookingAt() ? Math.max(whole.end(), match.end()) : match.end());
            throw badTime(all, scanner.text.substring(all.start(), all.end()));
        }
        OptionalLong nanoseconds = TimeReader.read(match.group());
        if (nanoseconds.isEmpty()) {
            throw badTime(span, match.group());
        }
        return new Value.Time(nanoseconds.getAsLong(), span);
    }

    private RuntimeException badTime(Span span, String written) {
        return Mistake.refuse(
                scanner.mistake(span, QueryCode.BAD_TIME, "`%s` is no time".formatted(written))
                        .helped(
                                "write UTC as `2004-01-31`, `2004-01-31T12:30:00` or with up to 9 digits of a second; years 1678 to 2261"));
    }

    private Value angle(Matcher match, Span span) {
        double seconds = match.group(5) == null ? 0 : Double.parseDouble(match.group(5));
        int minutes = Integer.parseInt(match.group(4));
        if (minutes >= 60 || seconds >= 60) {
            throw Mistake.refuse(scanner.mistake(
                    span, QueryCode.BAD_ANGLE, "`%s` has 60 or more minutes or seconds".formatted(match.group())));
        }
        double whole = (Integer.parseInt(match.group(2)) * 3600.0 + minutes * 60.0 + seconds) / 3600;
        double degrees = match.group(3).equals("h") ? whole * 15 : whole;
        return new Value.Sexagesimal(match.group(1).equals("-") ? -degrees : degrees, span);
    }

    private Value quantity(Matcher match, int start) {
        Span digits = new Span(start, match.end());
        String exponent = match.group(1);
        if (match.group().length() > MAX_DIGITS
                || (exponent != null
                        && (exponent.length() > 5 || Math.abs(Integer.parseInt(exponent)) > MAX_EXPONENT))) {
            throw badNumber(digits, match.group());
        }
        var number = new BigDecimal(match.group());
        if (!Double.isFinite(number.doubleValue())) {
            throw badNumber(digits, match.group());
        }
        Unit unit = unit(digits);
        return new Value.Quantity(number, unit, new Span(start, unit == null ? match.end() : lastOf(start)));
    }

    private int lastOf(int start) {
        int end = scanner.position();
        while (end > start && Character.isWhitespace(scanner.text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private RuntimeException badNumber(Span span, String written) {
        String shown = written.length() > 30 ? written.substring(0, 30) + "…" : written;
        return Mistake.refuse(
                scanner.mistake(span, QueryCode.BAD_NUMBER, "`%s` is too long or too large".formatted(shown))
                        .helped("numbers have at most %d characters and fit a 64-bit float".formatted(MAX_DIGITS)));
    }

    private @Nullable Unit unit(Span number) {
        int start = scanner.position();
        char first = scanner.peek();
        if (scanner.atEnd() || !(Character.isLetter(first) || "°%'".indexOf(first) >= 0)) {
            return null;
        }
        String word = scanner.word();
        if (word != null && AFTER_VALUE.contains(word)) {
            return null;
        }
        int end = unitEnd(start);
        String written = scanner.text.substring(start, end);
        scanner.moveTo(end);
        return switch (Unit.parse(written)) {
            case UnitReading.Valid(var unit, var warnings) -> unit;
            case UnitReading.Invalid(var reason, var from, var length, var help) -> {
                Span span = new Span(start + from, Math.min(start + from + length, end));
                String advice = Unit.fromFile(written)
                        .map(meant -> "did you mean `%s`?".formatted(meant))
                        .orElse(help);
                throw Mistake.refuse(scanner.mistake(
                                span.end() > span.start() ? span : number,
                                QueryCode.BAD_UNIT,
                                "`%s` is no unit".formatted(written))
                        .labelled(reason)
                        .helped(advice));
            }
        };
    }

    /** A unit has no blanks; it ends at one, at a comma or at a parenthesis that it did not open. */
    private int unitEnd(int start) {
        String text = scanner.text;
        int open = 0;
        int end = start;
        while (end < text.length()) {
            char c = text.charAt(end);
            boolean sign = (c == '-' || c == '+') && "*^(".indexOf(text.charAt(end - 1)) >= 0;
            boolean inside = Character.isLetterOrDigit(c) || "_./*^%°'".indexOf(c) >= 0 || sign;
            if (c == '(') {
                open++;
            } else if (c == ')' && open > 0) {
                open--;
            } else if (!inside) {
                break;
            }
            end++;
        }
        return end;
    }
}
