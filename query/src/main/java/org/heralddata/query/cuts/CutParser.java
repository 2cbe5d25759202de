package org.heralddata.query.cuts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.selection.Comparison;
import org.heralddata.query.QueryCode;
import org.heralddata.query.cuts.Syntax.Name;
import org.heralddata.query.cuts.Syntax.Span;
import org.heralddata.query.cuts.Syntax.Subject;
import org.jspecify.annotations.Nullable;

/** Parses a selection by recursive descent. {@code or} binds least, then {@code and}, then {@code not}. */
final class CutParser {
    static final int MAX_LENGTH = 10_000;
    static final int MAX_DEPTH = 100;
    static final int MAX_TERMS = 1_000;

    /** Words that a column's name can only be in double quotes. */
    static final Set<String> KEYWORDS =
            Set.of("and", "or", "not", "between", "in", "is", "null", "like", "true", "false");

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    private final Scanner scanner;
    private final ValueParser values;
    private int depth;
    private int terms;

    private CutParser(String text) {
        scanner = new Scanner(text);
        values = new ValueParser(scanner);
    }

    /** The syntax of a text that is not blank. */
    static Syntax parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw Mistake.refuse(Mistake.at(
                    text.substring(0, MAX_LENGTH),
                    new Span(MAX_LENGTH - 1, MAX_LENGTH),
                    QueryCode.TOO_LONG,
                    "the selection has %d characters, %d are allowed".formatted(text.length(), MAX_LENGTH)));
        }
        var parser = new CutParser(text);
        Syntax syntax = parser.or();
        if (!parser.scanner.atEnd()) {
            throw Mistake.refuse(parser.afterEnd());
        }
        return syntax;
    }

    private Diagnostic afterEnd() {
        var unexpected = scanner.unexpected("`and`, `or` or the end");
        return switch (scanner.peek()) {
            case '&', '|' -> unexpected.helped("write `and`, `or`");
            case ';' -> unexpected.helped("a selection is one condition, not a program");
            default -> unexpected;
        };
    }

    private Syntax or() {
        deeper();
        var parts = new ArrayList<Syntax>();
        do {
            parts.add(and());
        } while (scanner.acceptWord("or"));
        depth--;
        return parts.size() == 1 ? parts.getFirst() : new Syntax.Or(parts);
    }

    private Syntax and() {
        var parts = new ArrayList<Syntax>();
        do {
            parts.add(not());
        } while (scanner.acceptWord("and"));
        return parts.size() == 1 ? parts.getFirst() : new Syntax.And(parts);
    }

    private Syntax not() {
        if (!scanner.acceptWord("not")) {
            return term();
        }
        deeper();
        Syntax inner = not();
        depth--;
        return new Syntax.Not(inner);
    }

    private Syntax term() {
        if (++terms > MAX_TERMS) {
            throw tooMuch("more than %d conditions".formatted(MAX_TERMS));
        }
        if (scanner.accept("(")) {
            Syntax inner = or();
            scanner.expect(")");
            return inner;
        }
        if (scanner.atFunction("cone")) {
            return cone();
        }
        if (scanner.atFunction("polygon")) {
            return polygon();
        }
        if (scanner.atFunction("any")) {
            int start = scanner.position();
            scanner.acceptWord("any");
            scanner.expect("(");
            Syntax element = or();
            Span span = new Span(start, scanner.position() + 1);
            scanner.expect(")");
            return new Syntax.Any(element, span);
        }
        if (scanner.atFunction("length")) {
            scanner.acceptWord("length");
            scanner.expect("(");
            Name name = name();
            scanner.expect(")");
            return condition(new Subject(name, true));
        }
        return condition(new Subject(name(), false));
    }

    private Syntax cone() {
        scanner.acceptWord("cone");
        scanner.expect("(");
        Name ra = name();
        scanner.expect(",");
        Name dec = name();
        scanner.expect(",");
        Value lon = values.value();
        scanner.expect(",");
        Value lat = values.value();
        scanner.expect(",");
        Value radius = values.value();
        scanner.expect(")");
        return new Syntax.Cone(ra, dec, lon, lat, radius);
    }

    private Syntax polygon() {
        int start = scanner.position();
        scanner.acceptWord("polygon");
        scanner.expect("(");
        Name ra = name();
        scanner.expect(",");
        Name dec = name();
        var corners = new ArrayList<Value>();
        while (scanner.accept(",")) {
            if (++terms > MAX_TERMS) {
                throw tooMuch("more than %d values".formatted(MAX_TERMS));
            }
            corners.add(values.value());
        }
        Span span = new Span(start, scanner.position() + 1);
        scanner.expect(")");
        return new Syntax.Polygon(ra, dec, corners, span);
    }

    private Syntax condition(Subject left) {
        boolean negated = scanner.acceptWord("not");
        if (scanner.acceptWord("between")) {
            Value low = values.value();
            if (!scanner.acceptWord("and")) {
                throw Mistake.refuse(scanner.unexpected("`and`").helped("write `between low and high`"));
            }
            return negate(negated, new Syntax.Between(left, low, values.value()));
        }
        if (scanner.acceptWord("in")) {
            return negate(negated, new Syntax.In(left, list()));
        }
        if (scanner.acceptWord("like")) {
            return negate(negated, new Syntax.Like(left, values.value()));
        }
        if (negated) {
            throw Mistake.refuse(scanner.unexpected("`between`, `in` or `like`"));
        }
        if (scanner.acceptWord("is")) {
            boolean not = scanner.acceptWord("not");
            if (!scanner.acceptWord("null")) {
                throw Mistake.refuse(scanner.unexpected("`null`"));
            }
            return negate(not, new Syntax.IsNull(left));
        }
        return comparison(left);
    }

    private Syntax comparison(Subject left) {
        Comparison how = comparator();
        if (how != null) {
            return new Syntax.Compare(left, how, values.value());
        }
        if (left.length()) {
            throw Mistake.refuse(scanner.unexpected("a comparison"));
        }
        return new Syntax.Flag(left.name());
    }

    private @Nullable Comparison comparator() {
        if (scanner.accept("==") || scanner.accept("=")) {
            return Comparison.EQUAL;
        }
        if (scanner.accept("!=") || scanner.accept("<>")) {
            return Comparison.NOT_EQUAL;
        }
        if (scanner.accept("<=")) {
            return Comparison.AT_MOST;
        }
        if (scanner.accept(">=")) {
            return Comparison.AT_LEAST;
        }
        if (scanner.accept("<")) {
            return Comparison.LESS;
        }
        return scanner.accept(">") ? Comparison.GREATER : null;
    }

    private List<Value> list() {
        scanner.expect("(");
        var found = new ArrayList<Value>();
        do {
            if (++terms > MAX_TERMS) {
                throw tooMuch("more than %d values".formatted(MAX_TERMS));
            }
            found.add(values.value());
        } while (scanner.accept(","));
        scanner.expect(")");
        return found;
    }

    private Name name() {
        int start = scanner.position();
        String word = scanner.word();
        Matcher plain = word != null && !KEYWORDS.contains(word) ? scanner.takeWord() : null;
        if (plain != null) {
            return new Name(plain.group(), new Span(start, plain.end()));
        }
        Matcher quoted = scanner.take(QUOTED);
        if (quoted != null) {
            return new Name(quoted.group(1), new Span(start, quoted.end()));
        }
        String help = Character.isDigit(scanner.peek()) ? "the column comes first, such as `ze < 20 deg`" : null;
        throw Mistake.refuse(scanner.unexpected("a column").helped(help));
    }

    private static Syntax negate(boolean negated, Syntax syntax) {
        return negated ? new Syntax.Not(syntax) : syntax;
    }

    private void deeper() {
        if (++depth > MAX_DEPTH) {
            throw tooMuch("more than %d levels of parentheses".formatted(MAX_DEPTH));
        }
    }

    private RuntimeException tooMuch(String what) {
        int at = scanner.position();
        return Mistake.refuse(scanner.mistake(new Span(at, at + 1), QueryCode.TOO_LONG, "the selection has " + what));
    }
}
