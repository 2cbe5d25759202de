package org.heralddata.query.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.QueryCode;
import org.heralddata.query.TableRef;
import org.heralddata.query.engine.Source;
import org.heralddata.store.Catalogue;

/** Finds what users name, or refuses with the nearest name. */
public final class Lookup {
    private final Catalogue catalogue;
    private final Clock clock;

    /** @param clock in UTC; tells when a restriction ends */
    public Lookup(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
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

    /** Refuses what is not open to everyone: nobody can show yet to be of a group. */
    void checkOpen(Release release) {
        if (!isOpen(release)) {
            throw new Refusal(Diagnostic.error(
                            QueryCode.RESTRICTED,
                            "the data of `%s` are not open to everyone"
                                    .formatted(release.collection().id()))
                    .helped("its description is; ask its creators"));
        }
    }

    /** The newest release decides, so that a collection can be closed and opened. */
    public boolean isOpen(Release release) {
        Access access = latest(release.collection().id()).collection().access();
        return switch (access) {
            case Access.Open() -> true;
            case Access.Restricted(var group, var until) ->
                until != null && !LocalDate.now(clock).isBefore(until);
        };
    }

    /** All tables that may be queried now, of the newest releases. */
    public List<Source> open() {
        return newest().stream()
                .filter(this::isOpen)
                .flatMap(release -> release.tables().stream().map(t -> Source.of(catalogue, release, t.name())))
                .toList();
    }

    Source source(Release release, String table) {
        table(release, table);
        return Source.of(catalogue, release, table);
    }

    static PublishedColumn column(PublishedTable table, String name) {
        return table.column(name).orElseThrow(() -> {
            List<String> known =
                    table.columns().stream().map(PublishedColumn::name).toList();
            return new Refusal(Diagnostic.error(
                            QueryCode.NO_COLUMN, "the table `%s` has no column `%s`".formatted(table.name(), name))
                    .helped(Nearest.help(name, known)));
        });
    }
}
