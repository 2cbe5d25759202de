package org.heralddata.adql.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.parse.Hyphens;
import org.heralddata.adql.parse.Mistakes;
import org.heralddata.adql.schema.Meta;
import org.heralddata.adql.tree.Span;
import org.heralddata.adql.typed.Value;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;

/** Gathers the mistakes of one query. */
final class Problems {
    /** Nobody reads more at once. */
    private static final int MOST = 20;

    private final String query;
    private final List<Diagnostic> found = new ArrayList<>();

    Problems(String query) {
        this.query = query;
    }

    void add(Span span, AdqlCode code, String message, @Nullable String help) {
        Diagnostic diagnostic = Mistakes.at(query, span, code, message).helped(help);
        if (found.size() < MOST && !found.contains(diagnostic)) {
            found.add(diagnostic);
        }
    }

    /** Tells of a name whose hyphen was read as a minus sign; false if none of these names is meant. */
    boolean tellHyphen(Span span, Collection<String> names) {
        Optional<Hyphens.Meant> meant = Hyphens.known(query, span, names);
        meant.ifPresent(name -> add(
                name.span(),
                AdqlCode.NO_COLUMN,
                "`%s` is read as a difference"
                        .formatted(
                                query.substring(name.span().start(), name.span().end())),
                name.help()));
        return meant.isPresent();
    }

    /** Stands for what could not be resolved: its type fits everywhere, so that one mistake is told once. */
    Typed unknown(Span span, AdqlCode code, String message, @Nullable String help) {
        add(span, code, message, help);
        return Typed.UNKNOWN;
    }

    void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new Refusal(found);
        }
    }

    /** A value and what is known of it. */
    record Typed(Value value, Meta meta) {
        static final Typed UNKNOWN = new Typed(new Value.Null(), Meta.NONE);
    }
}
