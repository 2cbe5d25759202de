package org.heralddata.query;

import org.heralddata.model.catalogue.CollectionId;

/**
 * A table that contributes nothing to an answer over many collections.
 *
 * @param why one sentence without a full stop, such as {@code its events have no direction}
 */
public record Skipped(CollectionId collection, String table, String why) {}
