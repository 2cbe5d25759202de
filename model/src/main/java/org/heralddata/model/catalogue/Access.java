package org.heralddata.model.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who may read a collection. */
public sealed interface Access {

    /** Everyone. */
    record Open() implements Access {}

    /**
     * Members of a group.
     *
     * @param until the day (UTC) from which everyone may read; null if never
     */
    record Restricted(String group, @Nullable LocalDate until) implements Access {}
}
