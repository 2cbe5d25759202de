package org.heralddata.model.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table of a release.
 *
 * @param name       lower-case letters, digits and underscores, starting with a letter
 * @param rows       exact
 * @param columns    in the order of the descriptor, then what Herald computed
 * @param components detector components, in the order of the descriptor; may be empty
 * @param common     how its rows are common events
 * @param coverage   where and when it has rows; null in releases of before this was counted
 * @param access   who may have its rows, besides what holds for the collection
 * @param withheld what whoever looks at it is not given; nothing in what is stored
 */
public record PublishedTable(
        String name,
        String description,
        long rows,
        List<PublishedColumn> columns,
        List<Component> components,
        CommonEvent common,
        SortOrder sort,
        @Nullable Coverage coverage,
        Access access,
        Withheld withheld) {

    public PublishedTable {
        columns = List.copyOf(columns);
        components = List.copyOf(components);
        access = Objects.requireNonNullElse(access, Access.OPEN); // releases of before tables could be restricted
        withheld = Objects.requireNonNullElse(withheld, Withheld.NOTHING);
    }

    /** A table that everyone may have. */
    public PublishedTable(
            String name,
            String description,
            long rows,
            List<PublishedColumn> columns,
            List<Component> components,
            CommonEvent common,
            SortOrder sort,
            @Nullable Coverage coverage) {
        this(name, description, rows, columns, components, common, sort, coverage, Access.OPEN, Withheld.NOTHING);
    }

    /** A table of which it is not known where and when it has rows. */
    public PublishedTable(
            String name,
            String description,
            long rows,
            List<PublishedColumn> columns,
            List<Component> components,
            CommonEvent common,
            SortOrder sort) {
        this(name, description, rows, columns, components, common, sort, null);
    }

    /** Whether rows are events; of a table of which something is withheld it is not known that they are not. */
    public boolean isOfEvents() {
        return common.isOfEvents() || !withheld.isNothing();
    }

    public Optional<PublishedColumn> column(String wanted) {
        return columns.stream().filter(c -> c.name().equals(wanted)).findFirst();
    }

    /**
     * A detector component: a group of columns that an event has or lacks as a whole.
     *
     * @param name its columns are named {@code <name>_…}; the flag {@code has_<name>} tells whether an event has it
     * @param rows events that have it
     */
    public record Component(String name, String description, long rows) {}
}
