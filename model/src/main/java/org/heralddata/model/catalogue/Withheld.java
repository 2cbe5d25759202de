package org.heralddata.model.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * What somebody who looks at a table is not given of it.
 *
 * @param all     true if it is the whole table: its columns are then described and nothing is said of what is in them
 * @param columns those left out of the others, without statistics
 */
public record Withheld(boolean all, List<PublishedColumn> columns) {
    /** Of a table that is open as a whole, and as it is stored. */
    public static final Withheld NOTHING = new Withheld(false, List.of());

    /** The whole table. */
    public static final Withheld ALL = new Withheld(true, List.of());

    public Withheld {
        columns = List.copyOf(columns);
    }

    public boolean isNothing() {
        return !all && columns.isEmpty();
    }

    public Optional<PublishedColumn> column(String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst();
    }
}
