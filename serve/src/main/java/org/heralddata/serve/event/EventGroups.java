package org.heralddata.serve.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.serve.event.Event.Group;
import org.heralddata.serve.event.Event.Value;
import org.jspecify.annotations.Nullable;

/** The values of an event under the detector components that they are of. */
public final class EventGroups {

    private EventGroups() {}

    /** Those of the event itself, of each component that it has, then what Herald computed; none empty. */
    public static List<Group> of(Event event) {
        List<Group> groups = new ArrayList<>();
        groups.add(new Group(null, "", values(event, null, false)));
        for (PublishedTable.Component component : event.table().components()) {
            List<Value> values = values(event, component.name(), false);
            if (values.stream().anyMatch(v -> v.value() != null)) {
                groups.add(new Group(component.name(), component.description(), values));
            }
        }
        groups.add(new Group(null, "Computed by Herald", values(event, null, true)));
        return groups.stream().filter(g -> !g.values().isEmpty()).toList();
    }

    /** Names of the components that it lacks. */
    public static List<String> lacking(Event event) {
        return event.table().components().stream()
                .map(PublishedTable.Component::name)
                .filter(name -> values(event, name, false).stream().allMatch(v -> v.value() == null))
                .toList();
    }

    private static List<Value> values(Event event, @Nullable String component, boolean computed) {
        return event.table().columns().stream()
                .filter(c -> Objects.equals(component(c), component) && c.computed() == computed)
                .map(c -> new Value(
                        c.name(),
                        event.values().get(c.name()),
                        c.unit().symbol(),
                        c.ucd().words(),
                        c.description()))
                .toList();
    }

    /** Flags that Herald made of components stand with what it made. */
    private static @Nullable String component(PublishedColumn column) {
        return column.computed() ? null : column.component();
    }
}
