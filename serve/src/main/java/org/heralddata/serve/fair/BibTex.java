package org.heralddata.serve.fair;

import java.util.Locale;
import java.util.stream.Collectors;
import org.heralddata.model.catalogue.Creator;
import org.heralddata.model.publication.Doi;

/** A data set as an entry of BibTeX, of type {@code misc}: BibTeX has none for data. */
public final class BibTex {

    private BibTex() {}

    public static String of(Dataset dataset) {
        Dataset used = Citation.used(dataset);
        var about = used.about();
        var out = new StringBuilder("@misc{%s-%s,\n".formatted(about.id(), used.version()));
        field(out, "author", about.creators().stream().map(BibTex::author).collect(Collectors.joining(" and ")));
        field(out, "title", "{" + escaped(about.title()) + "}");
        field(out, "year", Integer.toString(used.year()));
        field(out, "version", escaped(used.version()));
        field(out, "publisher", "{" + escaped(used.node().organisation().name()) + "}");
        field(out, "howpublished", "Data set");
        Doi doi = used.doi();
        if (doi != null) {
            field(out, "doi", doi.name());
        }
        field(out, "url", used.identifier());
        String work = about.cite();
        if (work != null) {
            field(
                    out,
                    "note",
                    "Beside it, cite " + used.work().map(Doi::address).orElseGet(() -> escaped(work)));
        }
        return out.append("}\n").toString();
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
