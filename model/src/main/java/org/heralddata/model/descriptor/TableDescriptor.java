package org.heralddata.model.descriptor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.heralddata.model.catalogue.Access;
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
 * @param access     who may have its rows, besides what holds for the collection
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
        List<ComponentDescriptor> components,
        Access access) {

    public TableDescriptor {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
        components = List.copyOf(components);
    }

    /** Names, as published, of the columns that the event's time is computed of; empty if it has none. */
    public List<String> timeColumns() {
        return time == null ? List.of() : time.columns();
    }

    /** Names, as published, of the columns that the event's place on the sky is computed of; empty if it has none. */
    public List<String> directionColumns() {
        if (direction == null) {
            return List.of();
        }
        return Stream.concat(
                        direction.columns().stream(), direction.isLocal() ? timeColumns().stream() : Stream.empty())
                .toList();
    }

    /** Restrictions of some columns, named as published; none of open ones. */
    public List<Access> restrictions(Collection<String> names) {
        var found = new ArrayList<Access>();
        columns.stream()
                .filter(c -> names.contains(c.name()))
                .map(ColumnDescriptor::access)
                .forEach(found::add);
        for (ComponentDescriptor component : components) {
            component.columns().stream()
                    .filter(c -> names.contains(component.name() + "_" + c.name()))
                    .map(ColumnDescriptor::access)
                    .forEach(found::add);
        }
        return found.stream()
                .filter(Access.Restricted.class::isInstance)
                .distinct()
                .toList();
    }
}
