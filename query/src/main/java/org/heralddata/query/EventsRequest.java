package org.heralddata.query;

import java.util.List;
import org.heralddata.model.catalogue.CollectionId;
import org.jspecify.annotations.Nullable;

/**
 * One selection over the common events of several collections, each in its newest release. The columns are those of
 * {@link EventRows}.
 *
 * @param where       selection in the columns of the common event; empty for everything
 * @param collections to ask; empty for all
 * @param limit       at most so many rows; null for all; counts are not limited
 */
public record EventsRequest(
        String where,
        List<CollectionId> collections,
        @Nullable Long limit) {

    public EventsRequest {
        collections = List.copyOf(collections);
        if (limit != null && limit < 0) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }
}
