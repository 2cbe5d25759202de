package org.heralddata.serve.portal;

import java.util.List;
import java.util.stream.Collectors;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.Release;
import org.heralddata.query.EventCount;
import org.jspecify.annotations.Nullable;

/**
 * The page over all collections.
 *
 * @param asked    collections to ask; empty for all
 * @param releases the newest of each collection
 * @param problem  null if the selection is sound
 */
public record Events(
        String where,
        List<CollectionId> asked,
        String format,
        List<String> formats,
        List<Release> releases,
        EventCount count,
        SampleRows rows,
        @Nullable Problem problem) {

    public boolean wants(CollectionId collection) {
        return asked.isEmpty() || asked.contains(collection);
    }

    /** Title of a collection. */
    public String title(CollectionId collection) {
        return release(collection).collection().title();
    }

    /** Its messenger. */
    public String messenger(CollectionId collection) {
        return release(collection).collection().messenger();
    }

    private Release release(CollectionId collection) {
        return releases.stream()
                .filter(r -> r.collection().id().equals(collection))
                .findFirst()
                .orElseThrow();
    }

    /** Where the file of this selection is. */
    public String download() {
        String names = asked.stream().map(CollectionId::value).collect(Collectors.joining(","));
        return "/api/v1/events?format=" + format + (where.isEmpty() ? "" : "&where=" + Addresses.encoded(where))
                + (names.isEmpty() ? "" : "&collections=" + Addresses.encoded(names));
    }
}
