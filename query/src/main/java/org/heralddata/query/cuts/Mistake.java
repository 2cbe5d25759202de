package org.heralddata.query.cuts;

import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.DiagnosticCode;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.cuts.Syntax.Span;

/** Makes diagnostics that point into a selection. */
final class Mistake {

    private Mistake() {}

    static Diagnostic at(String query, Span span, DiagnosticCode code, String message) {
        int start = Math.min(span.start(), query.length());
        int length = Math.max(1, Math.min(span.end(), query.length()) - start);
        return Diagnostic.error(code, message, new Location.InQuery(query, start, length));
    }

    static Refusal refuse(Diagnostic diagnostic) {
        return new Refusal(diagnostic);
    }
}
