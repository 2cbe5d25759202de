package org.heralddata.app.doi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heralddata.app.console.AppCode;
import org.heralddata.model.access.Viewer;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.publication.PublicState;
import org.heralddata.query.access.Permissions;
import org.heralddata.query.files.FileService;
import org.heralddata.query.publication.PublishedCollection;
import org.heralddata.query.publication.PublishedFiles;
import org.heralddata.query.publication.PublishedRelease;
import org.heralddata.serve.fair.Archive;
import org.heralddata.store.Catalogue;
import org.jspecify.annotations.Nullable;

/**
 * A collection as a whole, or one release, that a command is about.
 *
 * @param release null for the collection
 * @param archive what a collection of files alone holds; null of one with releases
 */
record Subject(
        PublishedCollection collection,
        @Nullable PublishedRelease release,
        @Nullable Archive archive) {

    /** Of a collection with releases. */
    Subject(PublishedCollection collection, @Nullable PublishedRelease release) {
        this(collection, release, null);
    }

    /** @throws Refusal if the home has no such collection or release; offers the nearest name */
    static Subject find(Catalogue catalogue, FileService files, String collection, @Nullable String release) {
        Optional<PublishedFiles> alone = files.published().stream()
                .filter(f -> f.files().about().id().value().equals(collection))
                .findFirst();
        if (alone.isPresent() && release == null) {
            return new Subject(
                    alone.get().asCollection(),
                    null,
                    Archive.of(files, alone.get().files()));
        }
        List<PublishedCollection> all =
                new ArrayList<>(new Permissions(catalogue).as(Viewer.ANYONE).published());
        files.published().forEach(f -> all.add(f.asCollection()));
        PublishedCollection found = all.stream()
                .filter(c -> c.id().value().equals(collection))
                .findFirst()
                .orElseThrow(() -> unknown(
                        "collection `%s`".formatted(collection),
                        collection,
                        all.stream().map(c -> c.id().value()).toList()));
        if (release == null) {
            return new Subject(found, null);
        }
        Optional<PublishedRelease> one = found.release(release);
        return new Subject(
                found,
                one.orElseThrow(() -> unknown(
                        "release `%s` of `%s`".formatted(release, collection),
                        release,
                        found.releases().stream().map(r -> r.release().name()).toList())));
    }

    private static Refusal unknown(String what, String name, List<String> known) {
        return new Refusal(Diagnostic.error(AppCode.NOTHING_INGESTED, "the home holds no %s".formatted(what))
                .helped(Nearest.help(name, known)));
    }

    CollectionId id() {
        return collection.id();
    }

    /** Null for the collection. */
    @Nullable
    String releaseName() {
        return release == null ? null : release.release().name();
    }

    PublicState state() {
        return release == null ? collection.state() : release.state();
    }

    /** The release itself, or the newest of the collection. */
    PublishedRelease shown() {
        return release != null
                ? release
                : collection.current().orElseGet(() -> collection.releases().getFirst());
    }

    Release about() {
        return shown().release();
    }

    /** As commands take it. */
    String asArguments() {
        return release == null
                ? id().value()
                : id() + " --release " + release.release().name();
    }

    @Override
    public String toString() {
        return release == null ? id().value() : id() + " " + release.release().name();
    }
}
