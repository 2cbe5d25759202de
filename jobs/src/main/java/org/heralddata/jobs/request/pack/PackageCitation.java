package org.heralddata.jobs.request.pack;

import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import org.heralddata.model.catalogue.Creator;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.publication.Doi;

/** How to cite the releases that a package is of, in the order that DataCite recommends. */
final class PackageCitation {

    private PackageCitation() {}

    /** For a reference list. */
    static String text(PackageContents contents, Release release) {
        return "%s (%d): %s, release %s. %s. Data set. %s"
                .formatted(
                        release.collection().creators().stream()
                                .map(Creator::name)
                                .collect(Collectors.joining("; ")),
                        year(release),
                        release.collection().title(),
                        release.name(),
                        contents.publisher().organisation(),
                        identifier(contents, release));
    }

    static String bibTex(PackageContents contents) {
        return contents.releases().stream()
                .map(release -> entry(contents, release))
                .collect(Collectors.joining("\n"));
    }

    /** The address of the DOI of a release or, without one, its landing page. */
    static String identifier(PackageContents contents, Release release) {
        return doi(contents, release).map(Doi::address).orElse(contents.address(release));
    }

    private static Optional<Doi> doi(PackageContents contents, Release release) {
        return contents.data().published().stream()
                .filter(c -> c.id().equals(release.collection().id()))
                .flatMap(c -> c.release(release.name()).stream())
                .flatMap(r -> Optional.ofNullable(r.state().citable()).stream())
                .findFirst();
    }

    private static int year(Release release) {
        return release.created().atOffset(ZoneOffset.UTC).getYear();
    }

    private static String entry(PackageContents contents, Release release) {
        String authors = release.collection().creators().stream()
                .map(creator -> "{" + escaped(creator.name()) + "}")
                .collect(Collectors.joining(" and "));
        String doi = doi(contents, release)
                .map(d -> "  doi       = {%s},\n".formatted(d.name()))
                .orElse("");
        return """
                @misc{%s-%s,
                  author    = {%s},
                  title     = {%s},
                  version   = {%s},
                  publisher = {%s},
                  year      = {%d},
                %s  url       = {%s},
                  note      = {Data set; request %s}
                }
                """.formatted(
                        release.collection().id(),
                        release.name(),
                        authors,
                        escaped(release.collection().title()),
                        escaped(release.name()),
                        escaped(contents.publisher().organisation()),
                        year(release),
                        doi,
                        identifier(contents, release),
                        contents.request().identifier());
    }

    private static String escaped(String text) {
        return text.replaceAll("([&%$#_{}])", "\\\\$1");
    }
}
