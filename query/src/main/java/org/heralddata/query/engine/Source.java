package org.heralddata.query.engine;

import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.store.Catalogue;
import org.heralddata.store.TableScan;

/**
 * A table of a release: what it says of itself, and its files.
 *
 * @param identity what no other table of no other release has; empty if that is not known
 */
public record Source(PublishedTable table, TableScan scan, String identity) {

    /** Of a release that is not known: always read from its files. */
    public Source(PublishedTable table, TableScan scan) {
        this(table, scan, "");
    }

    /** @throws IllegalArgumentException if the release has no such table */
    public static Source of(Catalogue catalogue, Release release, String table) {
        PublishedTable published = release.table(table)
                .orElseThrow(() ->
                        new IllegalArgumentException("release %s has no table %s".formatted(release.name(), table)));
        String identity = release.collection().id().value()
                + '.'
                + table
                + '.'
                + release.name()
                + '.'
                + release.created().toEpochMilli();
        return new Source(published, catalogue.scan(release, table), identity);
    }

    PublishedColumn column(String name) {
        return table.column(name)
                .orElseThrow(
                        () -> new IllegalArgumentException("table %s has no column %s".formatted(table.name(), name)));
    }
}
