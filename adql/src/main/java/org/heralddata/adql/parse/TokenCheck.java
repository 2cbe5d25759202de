package org.heralddata.adql.parse;

import java.util.List;
import org.antlr.v4.runtime.Token;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.Limits;
import org.heralddata.adql.grammar.AdqlLexer;
import org.heralddata.adql.tree.Span;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;

/** Looks through the tokens before anything recurses over them. */
final class TokenCheck {

    private TokenCheck() {}

    static String bounded(String text, Limits limits) {
        if (text.length() > limits.characters()) {
            throw new Refusal(Diagnostic.error(
                            AdqlCode.TOO_LARGE,
                            "the query has %d characters, at most %d are read"
                                    .formatted(text.length(), limits.characters()))
                    .helped("upload long lists as a table and join it"));
        }
        return text;
    }

    static void check(SourceText source, List<Token> tokens, Limits limits) {
        if (tokens.size() > limits.tokens()) {
            throw source.refuse(
                    source.span(tokens.get(limits.tokens())),
                    AdqlCode.TOO_LARGE,
                    "the query has more than %d words and signs".formatted(limits.tokens()));
        }
        int depth = 0;
        for (Token token : tokens) {
            switch (token.getType()) {
                case AdqlLexer.LEFT_PAREN, AdqlLexer.CASE -> depth++;
                case AdqlLexer.RIGHT_PAREN, AdqlLexer.END -> depth--;
                case AdqlLexer.UNCLOSED_STRING ->
                    throw unclosed(source, token, "the string is not closed", "strings end with a single quote");
                case AdqlLexer.UNCLOSED_NAME ->
                    throw unclosed(source, token, "the name is not closed", "names in double quotes end with one");
                case AdqlLexer.STRANGER -> throw stranger(source, token);
                default -> {}
            }
            if (depth > limits.depth()) {
                throw source.refuse(
                        source.span(token),
                        AdqlCode.TOO_LARGE,
                        "more than %d parentheses stand within each other".formatted(limits.depth()));
            }
        }
        if (tokens.size() == 1) {
            throw new Refusal(Diagnostic.error(AdqlCode.SYNTAX, "the query is empty")
                    .helped("such as: SELECT TOP 10 * FROM tap_schema.tables"));
        }
    }

    private static Refusal unclosed(SourceText source, Token token, String message, String help) {
        int start = source.span(token).start();
        return new Refusal(source.mistake(new Span(start, start + 1), AdqlCode.SYNTAX, message)
                .helped(help));
    }

    private static Refusal stranger(SourceText source, Token token) {
        String help = switch (token.getText()) {
            case "%" -> "the remainder of a division is MOD(a, b)";
            case "[", "]" -> "ADQL has no brackets";
            case "{", "}" -> "ADQL has no braces";
            case "`" -> "names that need it are put in double quotes";
            case "’", "‘", "´" -> "strings are put in straight single quotes: '";
            case "“", "”", "„" -> "names are put in straight double quotes: \"";
            case "_" -> "a name begins with a letter; others are put in double quotes";
            default -> null;
        };
        return new Refusal(source.mistake(
                        source.span(token),
                        AdqlCode.SYNTAX,
                        "the character `%s` means nothing in ADQL".formatted(shown(token.getText())))
                .helped(help));
    }

    private static String shown(String character) {
        int code = character.codePointAt(0);
        return Character.isISOControl(code) ? "U+%04X".formatted(code) : character;
    }
}
