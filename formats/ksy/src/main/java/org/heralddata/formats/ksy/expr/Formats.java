package org.heralddata.formats.ksy.expr;

import java.util.ArrayList;
import java.util.List;

/** Takes {@code f"text {expression} text"} apart. */
final class Formats {

    private Formats() {}

    static Expr parse(Token token, int depth) throws ExpressionException {
        String inside = token.text();
        List<Expr> parts = new ArrayList<>();
        var text = new StringBuilder();
        int at = 0;
        while (at < inside.length()) {
            char c = inside.charAt(at++);
            if (c == '\\') {
                at = Escape.append(inside, at, text);
            } else if (c == '{') {
                if (!text.isEmpty()) {
                    parts.add(new Expr.Text(text.toString(), token.at()));
                    text.setLength(0);
                }
                int end = close(inside, at);
                if (end < 0) {
                    throw new ExpressionException("a brace is not closed", token.at(), 2);
                }
                parts.add(Parser.within(inside.substring(at, end), depth));
                at = end + 1;
            } else {
                text.append(c);
            }
        }
        if (!text.isEmpty()) {
            parts.add(new Expr.Text(text.toString(), token.at()));
        }
        return new Expr.Format(List.copyOf(parts), token.at());
    }

    private static int close(String text, int from) {
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '}') {
                return i;
            }
        }
        return -1;
    }
}
