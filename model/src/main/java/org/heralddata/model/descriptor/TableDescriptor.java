package org.heralddata.model.descriptor;

import java.util.List;
import org.heralddata.model.catalogue.SortOrder;
import org.jspecify.annotations.Nullable;

/**
 * One event stream: where its rows come from and what they mean.
 *
 * @param key        the source's own identifier: names of published columns that together are unique; empty if none
 * @param time       null if the events have no time
 * @param direction  null if the events have no direction
 * @param energy     null if the events have no energy
 * @param columns    of the event itself; may be empty if there are components
 * @param components groups of columns that an event has or lacks as a whole; may be empty
 */
public record TableDescriptor(
        String name,
        String description,
        SourceDescriptor source,
        List<String> key,
        @Nullable TimeMapping time,
        @Nullable DirectionMapping direction,
        @Nullable EnergyMapping energy,
        SortOrder sort,
        List<ColumnDescriptor> columns,
        List<ComponentDescriptor> components) {

    public TableDescriptor {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
        components = List.copyOf(components);
    }
}
