package org.heralddata.jobs.request.pack;

import java.util.List;
import java.util.function.Function;

/** The files about the data, in the order in which they are written: each may tell of those before it. */
enum PackageText {
    SELECTION("selection.json", "application/json", "The request, and what it gave", PackageSelection::json),
    LOADER("load.py", "text/x-python", "Loads the tables into Python", PackageLoader::python),
    CITATION("CITATION.bib", "application/x-bibtex", "How to cite the data", PackageCitation::bibTex),
    README("README.md", "text/markdown", "What this is", PackageReadme::markdown),
    PROVENANCE("prov.json", "application/json", "Where it comes from, as W3C PROV", PackageProvenance::json),
    CRATE("ro-crate-metadata.json", "application/ld+json", "Description as RO-Crate", PackageCrate::json),
    SUMS("SHA256SUMS", "text/plain", "Digests, for sha256sum -c", PackageText::sums);

    private final String fileName;
    private final String mediaType;
    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // a reference to a function without state
    private final Function<PackageContents, String> text;

    PackageText(String fileName, String mediaType, String description, Function<PackageContents, String> text) {
        this.fileName = fileName;
        this.mediaType = mediaType;
        this.description = description;
        this.text = text;
    }

    static List<PackageText> all() {
        return List.of(values());
    }

    String fileName() {
        return fileName;
    }

    String mediaType() {
        return mediaType;
    }

    String description() {
        return description;
    }

    String of(PackageContents contents) {
        return text.apply(contents);
    }

    private static String sums(PackageContents contents) {
        var lines = new StringBuilder();
        contents.files()
                .forEach(file -> lines.append(file.sha256())
                        .append("  ")
                        .append(file.name())
                        .append('\n'));
        return lines.toString();
    }
}
