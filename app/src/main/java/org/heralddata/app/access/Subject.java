package org.heralddata.app.access;

import java.util.List;
import java.util.stream.Stream;
import org.heralddata.app.console.AppCode;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.store.home.Home;
import org.jspecify.annotations.Nullable;

/**
 * A collection as a whole, or one release, that a command is about.
 *
 * @param release name of the release; null for the collection
 */
record Subject(CollectionId collection, @Nullable String release) {

    /**
     * Reads {@code COLLECTION} or {@code COLLECTION@RELEASE}.
     *
     * @throws Refusal if the home has no such collection or release; offers the nearest name
     */
    static Subject find(Home home, String written) {
        int at = written.indexOf('@');
        String collection = at < 0 ? written : written.substring(0, at);
        List<String> known = Stream.concat(
                        home.catalogue().collections().stream(),
                        home.files().collections().stream().map(c -> c.about().id()))
                .map(CollectionId::value)
                .distinct()
                .toList();
        if (!known.contains(collection)) {
            throw unknown("collection `%s`".formatted(collection), collection, known);
        }
        var id = new CollectionId(collection);
        if (at < 0) {
            return new Subject(id, null);
        }
        String release = written.substring(at + 1);
        List<String> names =
                home.catalogue().releases(id).stream().map(Release::name).toList();
        if (!names.contains(release)) {
            throw unknown("release `%s` of `%s`".formatted(release, collection), release, names);
        }
        return new Subject(id, release);
    }

    private static Refusal unknown(String what, String name, List<String> known) {
        String nearest = Nearest.help(name, known);
        String all = known.isEmpty() ? null : "there are: " + String.join(", ", known);
        return new Refusal(Diagnostic.error(AppCode.NOTHING_INGESTED, "the home holds no %s".formatted(what))
                .helped(nearest != null ? nearest : all));
    }

    @Override
    public String toString() {
        return release == null ? collection.value() : collection + "@" + release;
    }
}
