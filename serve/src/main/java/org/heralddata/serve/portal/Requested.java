package org.heralddata.serve.portal;

import java.util.List;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.QueryCode;
import org.jspecify.annotations.Nullable;

/** Reads names out of addresses. */
final class Requested {

    private Requested() {}

    static CollectionId collection(String name) {
        if (!CollectionId.FORM.matcher(name).matches()) {
            throw new Refusal(Diagnostic.error(QueryCode.NO_COLLECTION, "there is no collection `%s`".formatted(name)));
        }
        return new CollectionId(name);
    }

    /** The release of that name, or the newest if none is asked for. */
    static Release release(List<Release> releases, CollectionId collection, @Nullable String name) {
        if (name == null || name.isEmpty()) {
            return releases.getFirst();
        }
        return releases.stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(Diagnostic.error(
                        QueryCode.NO_RELEASE, "`%s` has no release `%s`".formatted(collection, name))));
    }
}
