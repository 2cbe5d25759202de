package org.heralddata.serve.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.jspecify.annotations.Nullable;

/** The columns of a table under headings. */
public final class ColumnGroups {

    private ColumnGroups() {}

    /**
     * Columns under one heading.
     *
     * @param title       name of a component, or words for what belongs to none
     * @param description may be empty
     */
    public record Group(String title, String description, List<PublishedColumn> columns) {}

    /** The columns of the event itself, those of each component, then what Herald computed; none empty. */
    public static List<Group> of(PublishedTable table) {
        var groups = new ArrayList<Group>();
        groups.add(new Group("Event", "", only(table, null, false)));
        for (PublishedTable.Component component : table.components()) {
            String share = "in %s of %s events".formatted(Figures.count(component.rows()), Figures.count(table.rows()));
            String words = table.withheld().all()
                    ? component.description()
                    : component.description().isBlank() ? share : component.description() + ", " + share;
            groups.add(new Group(component.name(), words, only(table, component.name(), false)));
        }
        groups.add(new Group("Computed by Herald", "", only(table, null, true)));
        return groups.stream().filter(g -> !g.columns().isEmpty()).toList();
    }

    private static List<PublishedColumn> only(PublishedTable table, @Nullable String component, boolean computed) {
        return table.columns().stream()
                .filter(c ->
                        Objects.equals(c.component(), component) && (component != null || c.computed() == computed))
                .toList();
    }
}
