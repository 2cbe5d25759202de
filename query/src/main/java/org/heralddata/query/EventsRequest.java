package org.heralddata.query;

import java.util.List;
import java.util.Map;
import org.heralddata.model.catalogue.CollectionId;
import org.jspecify.annotations.Nullable;

/**
 * One selection over the common events of several collections. The columns are those of {@link EventRows}.
 *
 * @param where       selection in the columns of the common event; empty for everything
 * @param collections to ask; empty for all
 * @param releases    names of releases, by collection; the newest of those not named
 * @param limit       at most so many rows; null for all; counts are not limited
 */
public record EventsRequest(
        String where,
        List<CollectionId> collections,
        Map<CollectionId, String> releases,
        @Nullable Long limit) {

    public EventsRequest {
        collections = List.copyOf(collections);
        releases = Map.copyOf(releases);
        if (limit != null && limit < 0) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }

    /** Of the newest releases. */
    public EventsRequest(String where, List<CollectionId> collections, @Nullable Long limit) {
        this(where, collections, Map.of(), limit);
    }
}
