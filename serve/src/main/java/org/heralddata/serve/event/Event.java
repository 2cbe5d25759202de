package org.heralddata.serve.event;

import java.util.List;
import java.util.Map;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.jspecify.annotations.Nullable;

/**
 * One event.
 *
 * @param values   by name of the column, as JSON has them
 * @param where    the selection that its neighbours are of; empty for the whole table
 * @param index    its place in that selection, from 0; -1 if it is not known, as of one that does not pass
 * @param of       rows of the selection
 * @param previous UUID of the one before; null if there is none or it is not known
 * @param next     of the one behind
 * @param stations null if it has none
 */
public record Event(
        Release release,
        PublishedTable table,
        Map<String, @Nullable Object> values,
        String where,
        long index,
        long of,
        @Nullable String previous,
        @Nullable String next,
        @Nullable Stations stations) {

    public String uuid() {
        return String.valueOf(values.get("uuid"));
    }

    /** Values under one heading: {@code null} is the event itself. */
    public record Group(@Nullable String component, String description, List<Value> values) {}

    /** A value with what it means. */
    public record Value(String name, @Nullable Object value, String unit, String ucd, String description) {}
}
