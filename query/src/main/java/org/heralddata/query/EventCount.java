package org.heralddata.query;

import java.util.List;
import org.heralddata.model.catalogue.CollectionId;

/**
 * How many common events pass a selection.
 *
 * @param rows    of all tables together
 * @param of      events of all tables asked, skipped ones too
 * @param parts   one a table that could answer
 * @param skipped tables that could not
 */
public record EventCount(long rows, long of, List<Part> parts, List<Skipped> skipped) {

    public EventCount {
        parts = List.copyOf(parts);
        skipped = List.copyOf(skipped);
    }

    /** What one table contributes. */
    public record Part(CollectionId collection, String release, String table, long rows, long of) {}
}
