package org.heralddata.query;

import org.heralddata.model.catalogue.CollectionId;
import org.jspecify.annotations.Nullable;

/**
 * Which table of which release. Need not exist: whoever looks it up refuses.
 *
 * @param release name of the release; null for the newest
 */
public record TableRef(
        CollectionId collection, String table, @Nullable String release) {

    /** The table in the newest release. */
    public static TableRef latest(CollectionId collection, String table) {
        return new TableRef(collection, table, null);
    }
}
