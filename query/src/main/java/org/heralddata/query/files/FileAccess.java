package org.heralddata.query.files;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.InputFile;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.files.CataloguedFile;
import org.heralddata.model.files.FileCollection;
import org.heralddata.query.QueryCode;
import org.heralddata.query.access.PermittedCatalogue;

/** Whether somebody may have the files of collections: what files hold is what the collection's releases were made from. */
record FileAccess(PermittedCatalogue releases) {

    /** The description of the files, the newest release, and what an operator put on the collection: all have to allow it. */
    boolean isOpen(FileCollection collection) {
        return closing(collection).isEmpty();
    }

    private Optional<Access.Restricted> closing(FileCollection collection) {
        CollectionId id = collection.about().id();
        Stream<Access> ofFiles = Stream.of(collection.about().access(), releases.access(id, null));
        Stream<Access> ofRelease = releases.latest(id).stream()
                .flatMap(release -> releases.restrictions(release).stream())
                .filter(r -> r.closed() && r.isOfRelease())
                .map(r -> r.rule());
        return Stream.concat(ofFiles, ofRelease)
                .filter(access -> !releases.allows(access))
                .filter(Access.Restricted.class::isInstance)
                .map(Access.Restricted.class::cast)
                .findFirst();
    }

    void requireOpen(FileCollection collection) {
        closing(collection).ifPresent(rule -> {
            throw new Refusal(Diagnostic.error(
                            QueryCode.RESTRICTED,
                            "the files of `%s` are not open to everyone, but for %s"
                                    .formatted(collection.about().id(), rule.forWhom()))
                    .helped("sign in if you are a member, or ask its creators; its description is open"));
        });
    }

    /**
     * Refuses the bytes of a file unless a release that was made from it shows all of it, or no release was and the newest one withholds
     * nothing.
     */
    void requireWhole(FileCollection collection, CataloguedFile file) {
        List<Release> made = releases.releases(collection.about().id()).stream()
                .filter(release -> inputs(release, file).findAny().isPresent())
                .toList();
        if (made.isEmpty()) {
            releases.latest(collection.about().id())
                    .ifPresent(newest -> newest.tables().forEach(t -> releases.requireWhole(newest, t.name())));
            return;
        }
        boolean shown = made.stream()
                .anyMatch(release -> inputs(release, file).allMatch(input -> isWhole(release, input.table())));
        if (!shown) {
            Release newest = made.getFirst();
            inputs(newest, file).forEach(input -> releases.requireWhole(newest, input.table()));
        }
    }

    private static boolean isWhole(Release release, String table) {
        return release.table(table).filter(t -> t.withheld().isNothing()).isPresent();
    }

    private static Stream<InputFile> inputs(Release release, CataloguedFile file) {
        return release.inputs().stream()
                .filter(input -> input.path().equals(file.path())
                        && input.sha256().equals(file.content().sha256()));
    }
}
