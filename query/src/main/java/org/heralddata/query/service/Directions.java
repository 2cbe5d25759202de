package org.heralddata.query.service;

import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.QueryCode;
import org.heralddata.query.access.Closed;

/** Whether the rows of a table have directions that whoever looks may see. */
public final class Directions {
    /** Of the index that every table with directions has. */
    private static final String HEALPIX = "healpix";

    private Directions() {}

    /** Refuses a table whose rows have no directions, or whose directions are not open. */
    public static void require(PublishedTable table) {
        if (table.common().healpix() != null) {
            return;
        }
        PublishedColumn withheld = table.withheld().column(HEALPIX).orElse(null);
        throw new Refusal(
                withheld != null
                        ? Closed.column(table, withheld)
                        : Diagnostic.error(
                                QueryCode.NO_DIRECTION,
                                "the events of `%s` have no direction".formatted(table.name())));
    }
}
