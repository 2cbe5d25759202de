package org.heralddata.formats.ksy.expr;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads expressions by operator precedence. From loose to tight: {@code ?:}, {@code or}, {@code and}, {@code not},
 * comparisons (not chained), {@code |}, {@code ^}, {@code &}, shifts, sums, products, signs, members.
 */
public final class Parser {
    private static final int MOST_DEPTH = 100;
    private static final int MOST_LENGTH = 10_000;
    private static final int NOT = 3;
    private static final int COMPARISON = 4;
    private static final int SIGN = 11;
    private static final Map<String, Integer> BINDING = Map.ofEntries(
            Map.entry("or", 1),
            Map.entry("and", 2),
            Map.entry("<", COMPARISON),
            Map.entry("<=", COMPARISON),
            Map.entry(">", COMPARISON),
            Map.entry(">=", COMPARISON),
            Map.entry("==", COMPARISON),
            Map.entry("!=", COMPARISON),
            Map.entry("|", 5),
            Map.entry("^", 6),
            Map.entry("&", 7),
            Map.entry("<<", 8),
            Map.entry(">>", 8),
            Map.entry("+", 9),
            Map.entry("-", 9),
            Map.entry("*", 10),
            Map.entry("/", 10),
            Map.entry("%", 10));

    private final List<Token> tokens;
    private int at;
    private int depth;

    private Parser(String text, int depth) throws ExpressionException {
        this.depth = depth;
        if (text.length() > MOST_LENGTH) {
            throw new ExpressionException("an expression has at most %d characters".formatted(MOST_LENGTH), 0, 1);
        }
        tokens = Lexer.tokens(text);
    }

    /** An expression. */
    public static Expr expression(String text) throws ExpressionException {
        return within(text, 0);
    }

    /** An expression within another. */
    static Expr within(String text, int depth) throws ExpressionException {
        var parser = new Parser(text, depth);
        Expr whole = parser.choice();
        parser.expectEnd();
        return whole;
    }

    /** A name of a type or of a processing, with arguments or not, as a call of which only the arguments are expressions. */
    public static Reference reference(String text) throws ExpressionException {
        var parser = new Parser(text, 0);
        var path = new ArrayList<String>();
        path.add(parser.name());
        while (parser.skip("::") || parser.skip(".")) {
            path.add(parser.name());
        }
        List<Expr> arguments = parser.skip("(") ? parser.items(")") : List.of();
        boolean array = parser.skip("[");
        if (array) {
            parser.expect("]");
        }
        parser.expectEnd();
        return new Reference(new TypeName(path, array), arguments);
    }

    /** Expressions between commas; none if the text is blank. */
    public static List<Expr> arguments(String text) throws ExpressionException {
        var parser = new Parser(text + ")", 0);
        return parser.items(")");
    }

    /** What {@link #reference} reads. */
    public record Reference(TypeName name, List<Expr> arguments) {}

    private Expr choice() throws ExpressionException {
        if (++depth > MOST_DEPTH) {
            throw new ExpressionException("the expression is nested too deeply", peek().at(), 1);
        }
        Expr condition = binary(1);
        if (peek().is("?")) {
            int place = take().at();
            Expr yes = choice();
            expect(":");
            condition = new Expr.Choice(condition, yes, choice(), place);
        }
        depth--;
        return condition;
    }

    private Expr binary(int least) throws ExpressionException {
        Expr left;
        if (peek().isWord("not") && least <= NOT) {
            Token not = take();
            left = new Expr.Unary("not", nested(NOT), not.at());
        } else {
            left = sign();
        }
        while (true) {
            Token operator = peek();
            Integer binding = operator.kind() == Token.Kind.SIGN || operator.kind() == Token.Kind.NAME
                    ? BINDING.get(operator.text())
                    : null;
            if (binding == null || binding < least) {
                return left;
            }
            take();
            left = new Expr.Binary(operator.text(), left, nested(binding + 1), operator.at());
            if (binding == COMPARISON) {
                Integer next = peek().kind() == Token.Kind.SIGN ? BINDING.get(peek().text()) : null;
                if (next != null && next == COMPARISON) {
                    throw new ExpressionException(
                            "comparisons cannot be chained",
                            peek().at(),
                            peek().text().length());
                }
            }
        }
    }

    private Expr nested(int least) throws ExpressionException {
        if (++depth > MOST_DEPTH) {
            throw new ExpressionException("the expression is nested too deeply", peek().at(), 1);
        }
        Expr inner = binary(least);
        depth--;
        return inner;
    }

    private Expr sign() throws ExpressionException {
        Token token = peek();
        if (token.is("-") || token.is("~") || token.is("+")) {
            take();
            Expr operand = nested(SIGN);
            return token.is("+") ? operand : new Expr.Unary(token.text(), operand, token.at());
        }
        Expr value = atom();
        while (true) {
            token = peek();
            if (skip("[")) {
                Expr index = choice();
                expect("]");
                value = new Expr.Index(value, index, token.at());
            } else if (skip(".")) {
                value = member(value);
            } else {
                return value;
            }
        }
    }

    private Expr member(Expr target) throws ExpressionException {
        Token token = peek();
        String name = name();
        if (name.equals("as") && skip("<")) {
            TypeName type = typeName();
            expect(">");
            return new Expr.Cast(target, type, token.at());
        }
        return skip("(")
                ? new Expr.Call(target, name, items(")"), token.at())
                : new Expr.Member(target, name, token.at());
    }

    private Expr atom() throws ExpressionException {
        Token token = take();
        return switch (token.kind()) {
            case WHOLE -> new Expr.Whole(whole(token), token.at());
            case REAL -> new Expr.Real(Double.parseDouble(token.text().replace("_", "")), token.at());
            case TEXT -> {
                var joined = new StringBuilder(token.text());
                while (peek().kind() == Token.Kind.TEXT) {
                    joined.append(take().text());
                }
                yield new Expr.Text(joined.toString(), token.at());
            }
            case FORMAT -> Formats.parse(token, depth);
            case NAME -> word(token);
            case SIGN -> {
                if (token.is("(")) {
                    Expr inner = choice();
                    expect(")");
                    yield inner;
                }
                if (token.is("[")) {
                    yield new Expr.Array(items("]"), token.at());
                }
                throw unexpected(token);
            }
            case END -> throw unexpected(token);
        };
    }

    private Expr word(Token token) throws ExpressionException {
        switch (token.text()) {
            case "true", "false" -> {
                return new Expr.Truth(token.text().equals("true"), token.at());
            }
            case "not", "and", "or" -> throw unexpected(token);
            case "sizeof", "bitsizeof" -> {
                if (skip("<")) {
                    TypeName type = typeName();
                    expect(">");
                    return new Expr.SizeOf(type, token.text().startsWith("bit"), token.at());
                }
            }
            default -> {}
        }
        if (!peek().is("::")) {
            return new Expr.Name(token.text(), token.at());
        }
        var path = new ArrayList<>(List.of(token.text()));
        while (skip("::")) {
            path.add(name());
        }
        return new Expr.Label(path, token.at());
    }

    private TypeName typeName() throws ExpressionException {
        skip("::");
        var path = new ArrayList<>(List.of(name()));
        while (skip("::")) {
            path.add(name());
        }
        boolean array = skip("[");
        if (array) {
            expect("]");
        }
        return new TypeName(path, array);
    }

    /** Expressions up to a closing sign; a comma may end them. */
    private List<Expr> items(String close) throws ExpressionException {
        var items = new ArrayList<Expr>();
        while (!skip(close)) {
            items.add(choice());
            if (!skip(",")) {
                expect(close);
                break;
            }
        }
        return List.copyOf(items);
    }

    private static BigInteger whole(Token token) throws ExpressionException {
        String digits = token.text().replace("_", "");
        try {
            if (digits.length() > 1 && digits.charAt(0) == '0' && !Character.isDigit(digits.charAt(1))) {
                int radix = switch (digits.charAt(1)) {
                    case 'x', 'X' -> 16;
                    case 'o', 'O' -> 8;
                    default -> 2;
                };
                return new BigInteger(digits.substring(2), radix);
            }
            return new BigInteger(digits);
        } catch (NumberFormatException no) {
            throw new ExpressionException(
                    "`%s` is no number".formatted(token.text()),
                    token.at(),
                    token.text().length());
        }
    }

    private String name() throws ExpressionException {
        Token token = take();
        if (token.kind() != Token.Kind.NAME) {
            throw new ExpressionException(
                    "a name is expected, not %s".formatted(token.shown()),
                    token.at(),
                    Math.max(1, token.end() - token.at()));
        }
        return token.text();
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token take() {
        return at < tokens.size() - 1 ? tokens.get(at++) : tokens.get(at);
    }

    private boolean skip(String sign) {
        if (peek().is(sign)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String sign) throws ExpressionException {
        if (!skip(sign)) {
            throw new ExpressionException(
                    "`%s` is expected, not %s".formatted(sign, peek().shown()),
                    peek().at(),
                    Math.max(1, peek().end() - peek().at()));
        }
    }

    private void expectEnd() throws ExpressionException {
        if (peek().kind() != Token.Kind.END) {
            throw unexpected(peek());
        }
    }

    private static ExpressionException unexpected(Token token) {
        return new ExpressionException(
                token.kind() == Token.Kind.END
                        ? "the expression ends too early"
                        : "%s does not belong here".formatted(token.shown()),
                token.at(),
                Math.max(1, token.end() - token.at()));
    }
}
