package org.heralddata.serve.fair;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.model.catalogue.Creator;
import org.heralddata.model.publication.Doi;

/**
 * A data set as an item of CSL-JSON, which Zotero, pandoc and the content negotiation of DOIs speak.
 *
 * @see <a href="https://github.com/citation-style-language/schema">CSL-JSON, schema 1.0.2</a>
 */
final class CslJson {

    private CslJson() {}

    static Map<String, Object> of(Dataset dataset) {
        Dataset used = Citation.used(dataset);
        var about = used.about();
        var out = new LinkedHashMap<String, Object>();
        out.put("type", "dataset");
        out.put("id", used.identifier());
        out.put("title", about.title());
        out.put("author", about.creators().stream().map(CslJson::author).toList());
        out.put("issued", date(used.issued()));
        out.put("version", used.version());
        out.put("publisher", used.node().organisation().name());
        Doi doi = used.doi();
        if (doi != null) {
            out.put("DOI", doi.name());
        }
        out.put("URL", used.identifier());
        out.put("abstract", about.description());
        out.put("keyword", String.join(", ", used.keywords()));
        out.put("language", "en");
        out.put("genre", DataCiteTerms.resourceType(used));
        String work = about.cite();
        if (work != null) {
            out.put("note", "Beside it, cite " + used.work().map(Doi::address).orElse(work));
        }
        return out;
    }

    private static Map<String, Object> author(Creator creator) {
        String family = Names.family(creator);
        String given = Names.given(creator);
        return family == null || given == null
                ? Map.of("literal", creator.name())
                : Map.of("family", family, "given", given);
    }

    private static Map<String, Object> date(Instant time) {
        ZonedDateTime day = time.atZone(ZoneOffset.UTC);
        return Map.of("date-parts", List.of(List.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth())));
    }
}
