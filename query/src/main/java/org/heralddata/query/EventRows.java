package org.heralddata.query;

import java.util.List;

/**
 * Common events that pass a selection. Columns: {@code id}, {@code collection}, {@code table}, {@code messenger},
 * {@code time}, {@code ra}, {@code dec} (deg), {@code energy} (eV).
 *
 * @param rows    to be closed
 * @param skipped tables that contribute none, and why
 */
public record EventRows(RowStream rows, List<Skipped> skipped) {

    public EventRows {
        skipped = List.copyOf(skipped);
    }
}
