package org.heralddata.query.cuts;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.DiagnosticCode;
import org.heralddata.query.QueryCode;
import org.heralddata.query.cuts.Syntax.Span;
import org.jspecify.annotations.Nullable;

/** Walks over the characters of a selection; what a character means is for the parser to ask. */
final class Scanner {
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    final String text;
    private int at;

    Scanner(String text) {
        this.text = text;
        skipBlanks();
    }

    int position() {
        return at;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** 0 at the end. */
    char peek() {
        return atEnd() ? 0 : text.charAt(at);
    }

    /** Takes the token if the text goes on with it. */
    boolean accept(String token) {
        if (text.startsWith(token, at)) {
            moveTo(at + token.length());
            return true;
        }
        return false;
    }

    void expect(String token) {
        if (!accept(token)) {
            throw Mistake.refuse(unexpected("`%s`".formatted(token)));
        }
    }

    /** The word here, in lower case, without taking it; null if none begins here. */
    @Nullable
    String word() {
        Matcher word = matcher(WORD);
        return word.lookingAt() ? word.group().toLowerCase(Locale.ROOT) : null;
    }

    boolean acceptWord(String keyword) {
        if (keyword.equals(word())) {
            moveTo(at + keyword.length());
            return true;
        }
        return false;
    }

    /** True if a function of this name begins here. */
    boolean atFunction(String name) {
        if (!name.equals(word())) {
            return false;
        }
        int next = at + name.length();
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next < text.length() && text.charAt(next) == '(';
    }

    /** Takes what the pattern finds here; null if nothing. */
    @Nullable
    Matcher take(Pattern pattern) {
        Matcher match = matcher(pattern);
        if (!match.lookingAt()) {
            return null;
        }
        moveTo(match.end());
        return match;
    }

    @Nullable
    Matcher takeWord() {
        return take(WORD);
    }

    Matcher matcher(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length());
    }

    void moveTo(int position) {
        at = position;
        skipBlanks();
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /** Says what stands here instead of what should. */
    Diagnostic unexpected(String wanted) {
        if (atEnd()) {
            return mistake(new Span(text.length(), text.length() + 1), QueryCode.SYNTAX, "the selection ends too early")
                    .labelled(wanted + " is missing");
        }
        Matcher word = matcher(WORD);
        String found = word.lookingAt() ? word.group() : Character.toString(text.codePointAt(at));
        return mistake(new Span(at, at + found.length()), QueryCode.SYNTAX, "`%s` is unexpected here".formatted(found))
                .labelled("here %s should stand".formatted(wanted));
    }

    Diagnostic mistake(Span span, DiagnosticCode code, String message) {
        return Mistake.at(text, span, code, message);
    }
}
