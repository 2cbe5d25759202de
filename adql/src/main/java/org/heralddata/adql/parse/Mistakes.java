package org.heralddata.adql.parse;

import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.tree.Span;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;

/** Makes diagnostics that point into a query. */
public final class Mistakes {

    private Mistakes() {}

    /** An error at a place of a query; at least one character is marked, even at the end of the text. */
    public static Diagnostic at(String query, Span span, AdqlCode code, String message) {
        int start = Math.min(span.start(), query.length());
        int length = Math.max(1, Math.min(span.end(), query.length()) - start);
        return Diagnostic.error(code, message, new Location.InQuery(query, start, length));
    }
}
