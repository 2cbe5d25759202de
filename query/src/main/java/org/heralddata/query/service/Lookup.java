package org.heralddata.query.service;

import java.util.List;
import java.util.Optional;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.QueryCode;
import org.heralddata.query.TableRef;
import org.heralddata.query.access.Closed;
import org.heralddata.query.access.PermittedCatalogue;
import org.heralddata.query.engine.Source;

/** Finds what users name, or refuses with the nearest name. */
public final class Lookup {
    private final PermittedCatalogue catalogue;

    public Lookup(PermittedCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    public List<Release> newest() {
        return catalogue.collections().stream()
                .map(catalogue::latest)
                .flatMap(Optional::stream)
                .toList();
    }

    List<Release> releases(CollectionId collection) {
        List<Release> releases = catalogue.releases(collection);
        if (releases.isEmpty()) {
            throw noCollection(collection);
        }
        return releases;
    }

    Release latest(CollectionId collection) {
        return catalogue.latest(collection).orElseThrow(() -> noCollection(collection));
    }

    private Refusal noCollection(CollectionId collection) {
        List<String> known =
                catalogue.collections().stream().map(CollectionId::value).toList();
        return new Refusal(
                Diagnostic.error(QueryCode.NO_COLLECTION, "there is no collection `%s`".formatted(collection))
                        .helped(Nearest.help(collection.value(), known)));
    }

    Release release(TableRef ref) {
        String name = ref.release();
        if (name == null) {
            return latest(ref.collection());
        }
        return catalogue.release(ref.collection(), name).orElseThrow(() -> {
            List<String> known =
                    releases(ref.collection()).stream().map(Release::name).toList();
            String help = Nearest.help(name, known);
            return new Refusal(Diagnostic.error(
                            QueryCode.NO_RELEASE,
                            "the collection `%s` has no release `%s`".formatted(ref.collection(), name))
                    .helped(help != null ? help : "the newest is `%s`".formatted(known.getFirst())));
        });
    }

    PublishedTable table(Release release, String name) {
        return release.table(name).orElseThrow(() -> {
            List<String> known =
                    release.tables().stream().map(PublishedTable::name).toList();
            String help = Nearest.help(name, known);
            return new Refusal(Diagnostic.error(
                            QueryCode.NO_TABLE,
                            "the collection `%s` has no table `%s`"
                                    .formatted(release.collection().id(), name))
                    .helped(help != null ? help : "tables: " + String.join(", ", known)));
        });
    }

    void checkOpen(Release release) {
        catalogue.requireOpen(release);
    }

    /** Whether rows of a table may be had, if not of all columns. */
    boolean isOpen(Release release, String table) {
        return catalogue.isOpen(release, table);
    }

    /** All tables that may be queried now, of the newest releases. */
    public List<Source> open() {
        return newest().stream()
                .flatMap(release -> release.tables().stream()
                        .filter(table -> isOpen(release, table.name()))
                        .map(table -> Source.of(catalogue, release, table.name())))
                .toList();
    }

    Source source(Release release, String table) {
        table(release, table);
        return Source.of(catalogue, release, table);
    }

    /** A column that may be had; refuses one that may not. */
    public static PublishedColumn column(PublishedTable table, String name) {
        return table.column(name).orElseThrow(() -> {
            Optional<PublishedColumn> withheld = table.withheld().column(name);
            if (withheld.isPresent()) {
                return new Refusal(Closed.column(table, withheld.get()));
            }
            List<String> known =
                    table.columns().stream().map(PublishedColumn::name).toList();
            return new Refusal(Diagnostic.error(
                            QueryCode.NO_COLUMN, "the table `%s` has no column `%s`".formatted(table.name(), name))
                    .helped(Nearest.help(name, known)));
        });
    }
}
