package org.heralddata.adql.parse;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.grammar.AdqlParser;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;

/** Tells the first place where a query breaks the grammar, in plain words, and stops. */
final class SyntaxErrors extends BaseErrorListener {
    private static final Set<Integer> WORDS = Set.of(
            AdqlParser.RESERVED,
            AdqlParser.TYPE_NAME,
            AdqlParser.FUNCTION_NAME,
            AdqlParser.SET_FUNCTION,
            AdqlParser.TIMESTAMP);

    private final SourceText source;

    SyntaxErrors(SourceText source) {
        this.source = source;
    }

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            Object offending,
            int line,
            int column,
            String message,
            @Nullable RecognitionException why) {
        Parser parser = (Parser) recognizer;
        Token token = (Token) offending;
        TokenStream tokens = parser.getInputStream();
        Token before = token.getTokenIndex() > 0 ? tokens.get(token.getTokenIndex() - 1) : null;
        // when two rules were still possible, what ANTLR holds to be expected is told of the place where they began
        Expected expected =
                why instanceof NoViableAltException ? Expected.NOTHING : Expected.of(parser.getExpectedTokens());
        throw new Refusal(diagnostic(token, before, expected));
    }

    private Diagnostic diagnostic(Token token, @Nullable Token before, Expected expected) {
        Optional<Hyphens.Meant> meant = hyphenated(token);
        if (meant.isPresent()) {
            return broken(meant.get());
        }
        if (WORDS.contains(token.getType()) && (expected.name() || expected.equals(Expected.NOTHING))) {
            return reserved(token);
        }
        if (before != null && WORDS.contains(before.getType()) && !isParenthesis(token) && expected.parenthesis()) {
            return hyphenated(before).map(this::broken).orElseGet(() -> reserved(before));
        }
        String message = token.getType() == Token.EOF
                ? "the query ends too early"
                : "`%s` does not fit here".formatted(shown(token.getText()));
        Diagnostic diagnostic = source.mistake(source.span(token), AdqlCode.SYNTAX, message);
        if (!expected.words().isEmpty()) {
            diagnostic = diagnostic.labelled("expected " + expected.words());
        }
        return diagnostic.helped(help(token, before));
    }

    private static boolean isParenthesis(Token token) {
        return token.getType() == AdqlParser.LEFT_PAREN;
    }

    private Diagnostic broken(Hyphens.Meant name) {
        return source.mistake(name.span(), AdqlCode.SYNTAX, "a hyphen is read as a minus sign")
                .helped(name.help());
    }

    /** The name that a minus sign or a reserved word breaks. */
    private Optional<Hyphens.Meant> hyphenated(Token token) {
        return token.getType() == AdqlParser.MINUS
                        || Character.isLetter(token.getText().charAt(0))
                ? Hyphens.at(source.text(), source.span(token).start())
                : Optional.empty();
    }

    private Diagnostic reserved(Token token) {
        String word = token.getText();
        return source.mistake(
                        source.span(token), AdqlCode.RESERVED_WORD, "`%s` is a reserved word of ADQL".formatted(word))
                .helped("as a name it is put in double quotes: \"%s\"".formatted(word));
    }

    private static @Nullable String help(Token token, @Nullable Token before) {
        String last = before == null ? "" : before.getText().toUpperCase(Locale.ROOT);
        if (last.equals("LIMIT")) {
            return "ADQL has no LIMIT: write SELECT TOP %s …".formatted(shown(token.getText()));
        }
        return switch (token.getType()) {
            case AdqlParser.EQUAL -> last.equals("=") ? "equality is one `=`" : null;
            case AdqlParser.SEMICOLON -> "one query at a time";
            case AdqlParser.WITH -> "WITH stands at the beginning of the whole query";
            case AdqlParser.FROM -> last.equals(",") ? "there is a comma too many" : null;
            case Token.EOF -> last.equals(")") ? "a query after FROM needs a name: (SELECT …) AS q" : null;
            default -> null;
        };
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
