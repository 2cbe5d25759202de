package org.heralddata.serve.portal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Collectors;
import org.heralddata.model.catalogue.CollectionDescription;
import org.heralddata.model.catalogue.Creator;
import org.heralddata.model.files.FileCollection;
import org.heralddata.model.publication.Doi;
import org.jspecify.annotations.Nullable;

/**
 * How to cite the files of a collection, in the order that DataCite recommends: creators (year): title, version, publisher, type, identifier.
 *
 * @param text    for a reference list
 * @param bibtex  an entry of type {@code misc}, as BibTeX has none for data
 * @param work    what the curator wants cited beside the data: a DOI or a reference; null if nothing
 * @param address of {@code work}; null if it is no DOI
 */
public record FilesCitation(
        String text,
        String bibtex,
        @Nullable String work,
        @Nullable String address) {

    /** Of files that may change: by the day on which they were scanned. */
    static FilesCitation of(FileCollection files) {
        String day = Figures.day(files.scanned()).toString();
        return of(files.about(), files.scanned(), day, "files as of " + day);
    }

    private static FilesCitation of(CollectionDescription about, Instant made, String key, String version) {
        int year = made.atZone(ZoneOffset.UTC).getYear();
        String creators = about.creators().stream().map(Creator::name).collect(Collectors.joining("; "));
        String work = about.cite();
        String address = work == null ? null : Doi.in(work).map(Doi::address).orElse(null);
        String text = "%s (%d): %s, %s. Data set.".formatted(creators, year, about.title(), version)
                + (work == null ? "" : " " + (address == null ? work : address));
        return new FilesCitation(text, bibtex(about, year, key, work, address), work, address);
    }

    private static String bibtex(
            CollectionDescription about, int year, String version, @Nullable String work, @Nullable String address) {
        var out = new StringBuilder("@misc{%s-%s,%n".formatted(about.id(), version));
        String authors = about.creators().stream().map(FilesCitation::author).collect(Collectors.joining(" and "));
        field(out, "author", authors);
        field(out, "title", "{" + escaped(about.title()) + "}");
        field(out, "year", Integer.toString(year));
        field(out, "version", escaped(version));
        field(out, "howpublished", "Data set");
        if (address != null) {
            field(out, "doi", address.substring("https://doi.org/".length()));
        } else if (work != null) {
            field(out, "note", escaped(work));
        }
        return out.append("}").toString().replace(System.lineSeparator(), "\n");
    }

    /** Braces keep a collaboration's name in one piece; a person's is parted at the comma. */
    private static String author(Creator creator) {
        String name = escaped(creator.name());
        return name.contains(",") ? name : "{" + name + "}";
    }

    private static void field(StringBuilder out, String name, String value) {
        out.append("  ")
                .append(String.format(Locale.ROOT, "%-14s", name))
                .append("= {")
                .append(value)
                .append("},\n");
    }

    private static String escaped(String text) {
        return text.replaceAll("([&%$#_{}])", "\\\\$1");
    }
}
