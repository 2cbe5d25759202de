package org.heralddata.formats.ksy.expr;

import java.util.ArrayList;
import java.util.List;

/** Splits an expression into words. */
final class Lexer {
    private static final String[] SIGNS = {
        "::", "<<", ">>", "<=", ">=", "==", "!=", "+", "-", "*", "/", "%", "&", "|", "^", "~", "<", ">", "(", ")", "[",
        "]", ".", ",", "?", ":"
    };

    private final String text;
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) throws ExpressionException {
        var lexer = new Lexer(text);
        var tokens = new ArrayList<Token>();
        do {
            tokens.add(lexer.next());
        } while (tokens.getLast().kind() != Token.Kind.END);
        return tokens;
    }

    private Token next() throws ExpressionException {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return new Token(Token.Kind.END, "", at, at);
        }
        char c = text.charAt(at);
        if (c >= '0' && c <= '9') {
            return number();
        }
        if (c == '"' || c == '\'') {
            return quoted(at, Token.Kind.TEXT);
        }
        if (c == 'f' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
            return format();
        }
        if (isNameStart(c)) {
            return name();
        }
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                int from = at;
                at += sign.length();
                return new Token(Token.Kind.SIGN, sign, from, at);
            }
        }
        throw new ExpressionException("`%s` is no part of an expression".formatted(c), at, 1);
    }

    private Token name() {
        int from = at;
        while (at < text.length() && (isNameStart(text.charAt(at)) || isDigit(text.charAt(at)))) {
            at++;
        }
        return new Token(Token.Kind.NAME, text.substring(from, at), from, at);
    }

    private Token number() throws ExpressionException {
        int from = at;
        if (text.charAt(at) == '0' && at + 1 < text.length() && "xXbBoO".indexOf(text.charAt(at + 1)) >= 0) {
            at += 2;
            while (at < text.length() && (Character.digit(text.charAt(at), 16) >= 0 || text.charAt(at) == '_')) {
                at++;
            }
            return new Token(Token.Kind.WHOLE, text.substring(from, at), from, at);
        }
        digits();
        boolean real = false;
        if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
            real = true;
            at++;
            digits();
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int sign = at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0 ? 1 : 0;
            if (at + 1 + sign < text.length() && isDigit(text.charAt(at + 1 + sign))) {
                real = true;
                at += 1 + sign;
                digits();
            }
        }
        if (at < text.length() && isNameStart(text.charAt(at))) {
            throw new ExpressionException("a number cannot go on with `%s`".formatted(text.charAt(at)), at, 1);
        }
        return new Token(real ? Token.Kind.REAL : Token.Kind.WHOLE, text.substring(from, at), from, at);
    }

    private void digits() {
        while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
    }

    private Token quoted(int from, Token.Kind kind) throws ExpressionException {
        char quote = text.charAt(at++);
        var value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            char c = text.charAt(at++);
            if (c == '\\' && quote == '"') {
                at = Escape.append(text, at, value);
            } else {
                value.append(c);
            }
        }
        if (at == text.length()) {
            throw new ExpressionException("the text is not closed", from, at - from);
        }
        at++;
        return new Token(kind, value.toString(), from, at);
    }

    /** Keeps the inside as written; the parser takes it apart. Braces may hold quoted texts. */
    private Token format() throws ExpressionException {
        int from = at;
        at += 2;
        int start = at;
        int depth = 0;
        while (at < text.length() && (depth > 0 || text.charAt(at) != '"')) {
            char c = text.charAt(at);
            if (c == '\\' && depth == 0) {
                at++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            } else if (depth > 0 && (c == '"' || c == '\'')) {
                quoted(at, Token.Kind.TEXT);
                continue;
            }
            at++;
        }
        if (at >= text.length()) {
            throw new ExpressionException("the text is not closed", from, text.length() - from);
        }
        return new Token(Token.Kind.FORMAT, text.substring(start, at++), from, at);
    }

    private static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
