package org.heralddata.serve.fair;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.heralddata.model.publication.Doi;
import org.jspecify.annotations.Nullable;

/** A data set as an entry of RIS, which reference managers read: one tag a line, lines end with CR LF. */
public final class Ris {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(ZoneOffset.UTC);

    private Ris() {}

    public static String of(Dataset dataset) {
        Dataset used = Citation.used(dataset);
        var about = used.about();
        var out = new StringBuilder();
        tag(out, "TY", "DATA");
        about.creators().forEach(c -> tag(out, "AU", c.name()));
        tag(out, "TI", about.title());
        tag(out, "PY", Integer.toString(used.year()));
        tag(out, "DA", DAY.format(used.modified()));
        tag(out, "ET", used.version());
        tag(out, "PB", used.node().organisation().name());
        Doi doi = used.doi();
        tag(out, "DO", doi == null ? null : doi.name());
        tag(out, "UR", used.identifier());
        tag(out, "AB", about.description());
        List<String> words = used.keywords();
        words.forEach(w -> tag(out, "KW", w));
        tag(out, "C1", about.cite());
        return out.append("ER  - \r\n").toString();
    }

    private static void tag(StringBuilder out, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            out.append(name)
                    .append("  - ")
                    .append(value.strip().replaceAll("\\s+", " "))
                    .append("\r\n");
        }
    }
}
