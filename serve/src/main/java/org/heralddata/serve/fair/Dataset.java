package org.heralddata.serve.fair;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.CollectionDescription;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.publication.Doi;
import org.heralddata.query.publication.PublishedCollection;
import org.heralddata.query.publication.PublishedFiles;
import org.heralddata.query.publication.PublishedRelease;
import org.heralddata.serve.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * What a landing page is about: a collection as a whole, as its newest release shows it, or one release.
 *
 * @param whole   true for the collection, false for the release
 * @param node    who publishes it
 * @param site    address of the server without the last slash
 * @param formats names of the export formats
 * @param archive what a collection of files alone holds; null of one with releases
 */
public record Dataset(
        PublishedCollection collection,
        PublishedRelease published,
        boolean whole,
        Node node,
        String site,
        List<String> formats,
        @Nullable Archive archive) {

    public Dataset {
        formats = List.copyOf(formats);
    }

    /** A collection with releases, or one of them. */
    public Dataset(
            PublishedCollection collection,
            PublishedRelease published,
            boolean whole,
            Node node,
            String site,
            List<String> formats) {
        this(collection, published, whole, node, site, formats, null);
    }

    /** A collection of files alone. */
    public static Dataset of(PublishedFiles files, Archive archive, Node node, String site, List<String> formats) {
        PublishedCollection collection = files.asCollection();
        return new Dataset(collection, collection.releases().getFirst(), true, node, site, formats, archive);
    }

    public Release release() {
        return published.release();
    }

    public CollectionDescription about() {
        return release().collection();
    }

    public String title() {
        return whole ? about().title() : "%s, release %s".formatted(about().title(), version());
    }

    public String version() {
        return release().name();
    }

    /** The landing page. */
    public String url() {
        String page = site + "/collections/" + about().id();
        return whole ? page : page + "/releases/" + version();
    }

    /** The landing page of another release. */
    public Dataset of(PublishedRelease other) {
        return archive != null ? this : new Dataset(collection, other, false, node, site, formats);
    }

    /** The collection as a whole. */
    public Dataset asWhole() {
        return new Dataset(collection, published, true, node, site, formats, archive);
    }

    /** Releases that are given out, newest first. */
    public List<PublishedRelease> versions() {
        if (archive != null) {
            return List.of();
        }
        return collection.releases().stream()
                .filter(r -> collection.withdrawal(r) == null)
                .toList();
    }

    /** Null if it has none that can be found. */
    public @Nullable Doi doi() {
        return whole ? collection.state().citable() : published.state().citable();
    }

    /** The address to cite: of the DOI, else of the landing page. */
    public String identifier() {
        Doi doi = doi();
        return doi == null ? url() : doi.address();
    }

    /** When it came out: a collection with its first release, files with the first of them. */
    public Instant issued() {
        if (archive != null && archive.since() != null) {
            return archive.since();
        }
        return whole
                ? collection.releases().getLast().release().created()
                : release().created();
    }

    public int year() {
        return issued().atZone(ZoneOffset.UTC).getYear();
    }

    /** When it became what it is: a collection with its newest release. */
    public Instant modified() {
        return release().created();
    }

    public boolean isOpen() {
        return about().access() instanceof Access.Open;
    }

    /** The terms, as an address. */
    public String licenceUrl() {
        String url = about().licence().url();
        return url != null
                ? url
                : "https://spdx.org/licenses/" + about().licence().name();
    }

    /** The SPDX identifier; empty if the terms have none. */
    public Optional<String> spdx() {
        return about().licence().url() == null ? Optional.of(about().licence().name()) : Optional.empty();
    }

    /** Without repetition: messenger, field, facility, then the curator's. */
    public List<String> keywords() {
        var words = new LinkedHashSet<String>();
        words.add(about().messenger());
        words.add("astroparticle physics");
        if (about().facility() != null) {
            words.add(about().facility());
        }
        words.addAll(about().keywords());
        return List.copyOf(words);
    }

    /** The DOI of the work that the curator wants cited beside the data; empty if there is none, or it is no DOI. */
    public Optional<Doi> work() {
        return Optional.ofNullable(about().cite()).flatMap(Doi::in);
    }

    /** Everything that can be downloaded. */
    public List<Distribution> distributions() {
        if (archive != null) {
            return Distribution.archive(this, archive);
        }
        List<Distribution> all = new ArrayList<>(Distribution.exports(this));
        all.addAll(Distribution.files(this));
        return List.copyOf(all);
    }
}
