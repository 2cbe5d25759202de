package org.heralddata.jobs.request;

import java.util.List;
import java.util.Map;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.query.EventsRequest;

/**
 * A selection of the common events of several collections: one table of all.
 *
 * @param where       text of the selection language or its JSON form, in the columns of the common event; empty for everything
 * @param collections to ask; empty for all that are open
 * @param releases    names of releases, by collection; the newest of those not named
 */
public record EventsPart(String where, List<CollectionId> collections, Map<CollectionId, String> releases) {

    public EventsPart {
        collections = List.copyOf(collections);
        releases = Map.copyOf(releases);
    }

    /** Whether the release of every collection is named. */
    boolean isPinned() {
        return !collections.isEmpty() && releases.keySet().containsAll(collections);
    }

    /** All its rows. */
    public EventsRequest rows() {
        return new EventsRequest(where, collections, releases, null);
    }
}
