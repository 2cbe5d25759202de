package org.heralddata.serve.fair;

import java.util.stream.Collectors;
import org.heralddata.model.catalogue.Creator;
import org.heralddata.model.publication.Doi;
import org.jspecify.annotations.Nullable;

/**
 * How to cite a release, in the order that DataCite recommends: creators (year): title, version, publisher, type, identifier.
 *
 * @param text       for a reference list
 * @param identifier the address of the DOI, else of the landing page
 * @param work       what the curator wants cited beside the data: a DOI or a reference; null if nothing
 * @param address    of {@code work}; null if it is no DOI
 */
public record Citation(
        String text,
        String identifier,
        @Nullable String work,
        @Nullable String address) {

    /** Of a release, even if the page shows the collection: what was used is always a release. */
    public static Citation of(Dataset dataset) {
        Dataset used = used(dataset);
        var about = used.about();
        String creators = about.creators().stream().map(Creator::name).collect(Collectors.joining("; "));
        String version = (used.archive() == null ? "release " : "files as of ") + used.version();
        String text = "%s (%d): %s, %s. %s. Data set. %s"
                .formatted(
                        creators,
                        used.year(),
                        about.title(),
                        version,
                        used.node().organisation().name(),
                        used.identifier());
        return new Citation(
                text,
                used.identifier(),
                about.cite(),
                used.work().map(Doi::address).orElse(null));
    }

    /** The release, unless only the collection has a DOI. */
    static Dataset used(Dataset dataset) {
        Dataset release = dataset.of(dataset.published());
        return release.doi() == null && dataset.asWhole().doi() != null ? dataset.asWhole() : release;
    }
}
