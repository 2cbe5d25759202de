package org.heralddata.adql.parse;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.tree.Span;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;

/** The text of a query. ANTLR counts code points, places are told in characters: they differ beyond the basic plane only. */
record SourceText(String text, boolean plain) {

    static SourceText of(String text) {
        return new SourceText(text, text.chars().noneMatch(c -> Character.isSurrogate((char) c)));
    }

    Span span(Token token) {
        if (token.getType() == Token.EOF) {
            int end = text.stripTrailing().length();
            return new Span(end, end + 1);
        }
        return new Span(at(token.getStartIndex()), at(token.getStopIndex() + 1));
    }

    Span span(ParserRuleContext context) {
        return span(context.getStart(), context.getStop());
    }

    Span span(Token first, Token last) {
        return new Span(at(first.getStartIndex()), at(last.getStopIndex() + 1));
    }

    private int at(int codePoint) {
        return plain ? codePoint : text.offsetByCodePoints(0, codePoint);
    }

    Diagnostic mistake(Span span, AdqlCode code, String message) {
        return Mistakes.at(text, span, code, message);
    }

    Refusal refuse(Span span, AdqlCode code, String message) {
        return new Refusal(mistake(span, code, message));
    }
}
