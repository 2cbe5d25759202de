package org.heralddata.query.engine;

import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.store.TableScan;

/** A table of a release: what it says of itself, and its files. */
public record Source(PublishedTable table, TableScan scan) {

    PublishedColumn column(String name) {
        return table.column(name)
                .orElseThrow(
                        () -> new IllegalArgumentException("table %s has no column %s".formatted(table.name(), name)));
    }
}
