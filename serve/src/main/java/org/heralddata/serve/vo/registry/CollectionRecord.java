package org.heralddata.serve.vo.registry;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.heralddata.model.catalogue.Creator;
import org.heralddata.model.catalogue.Range;
import org.heralddata.model.publication.Doi;
import org.heralddata.serve.fair.Coverage;
import org.heralddata.serve.fair.Dataset;
import org.heralddata.serve.node.Ivoid;
import org.heralddata.serve.xml.Xml;

/**
 * A collection as {@code vs:CatalogResource} (VODataService 1.2, section 3.2), as its newest release shows it; one of files alone as
 * {@code vs:DataResource}.
 */
public final class CollectionRecord {
    /** Year, journal, volume, page, initial, as ADS writes it. */
    private static final Pattern BIBCODE = Pattern.compile("\\d{4}[A-Za-z0-9&.]{14}[A-Za-z.]");

    private CollectionRecord() {}

    /**
     * @param updated      when anything that it tells changed last
     * @param capabilities of this collection, each an element
     * @param spatial      a MOC as text; empty if it is not known
     */
    public static void write(
            Xml xml, Dataset dataset, Instant updated, List<Consumer<Xml>> capabilities, Optional<String> spatial) {
        var about = dataset.about();
        String type = dataset.archive() == null ? "vs:CatalogResource" : "vs:DataResource";
        RecordWriter.resource(xml, type, dataset.issued(), updated, in -> {
            RecordWriter.names(in, about.title(), about.id().value(), Ivoid.collection(dataset.node(), about.id()));
            Doi doi = dataset.doi();
            in.text("altIdentifier", doi == null ? null : "doi:" + doi);
            in.element("curation", c -> curation(c, dataset));
            in.element("content", c -> content(c, dataset));
            in.text("rights", about.licence().name(), "rightsURI", dataset.licenceUrl());
            capabilities.forEach(c -> c.accept(in));
            in.text("facility", about.facility());
            in.text("instrument", about.instrument());
            in.element("coverage", c -> coverage(c, dataset, spatial));
            if (dataset.archive() == null) {
                Tableset.write(in, dataset.release());
            }
        });
    }

    private static void curation(Xml xml, Dataset dataset) {
        RecordWriter.publisher(xml, dataset.node());
        for (Creator creator : dataset.about().creators()) {
            String orcid = creator.orcid();
            xml.element(
                    "creator",
                    one -> one.text("name", RecordWriter.token(creator.name()))
                            .text("altIdentifier", orcid == null ? null : "https://orcid.org/" + orcid));
        }
        xml.text("date", RecordWriter.time(dataset.issued()), "role", "Issued");
        xml.text("date", RecordWriter.time(dataset.modified()), "role", "Updated");
        xml.text("version", dataset.version());
        RecordWriter.contact(xml, dataset.node());
    }

    private static void content(Xml xml, Dataset dataset) {
        var about = dataset.about();
        xml.text("subject", Subjects.of(about.messenger()));
        about.keywords().forEach(word -> xml.text("subject", RecordWriter.token(word)));
        xml.text("description", about.description());
        String cite = about.cite();
        if (cite != null && BIBCODE.matcher(cite).matches()) {
            xml.text("source", cite, "format", "bibcode");
        }
        xml.text("referenceURL", dataset.url());
        xml.text("type", dataset.archive() == null ? "Catalog" : "Archive").text("contentLevel", "Research");
        dataset.work()
                .ifPresent(work -> xml.element(
                        "relationship",
                        in -> in.text("relationshipType", "Cites").text("relatedResource", "doi:" + work)));
    }

    private static void coverage(Xml xml, Dataset dataset, Optional<String> spatial) {
        spatial.ifPresent(moc -> xml.text("spatial", moc));
        Coverage.mjd(dataset).ifPresent(r -> xml.text("temporal", days(r)));
        Coverage.joules(dataset.release()).ifPresent(r -> xml.text("spectral", joules(r)));
        if (dataset.about().messenger().equals("photon")) {
            Coverage.joules(dataset.release()).flatMap(Subjects::waveband).ifPresent(w -> xml.text("waveband", w));
        }
    }

    /** Outwards to the microsecond. */
    private static String days(Range range) {
        return String.format(
                Locale.ROOT,
                "%.11f %.11f",
                Math.floor(range.min() * 1e11) / 1e11,
                Math.ceil(range.max() * 1e11) / 1e11);
    }

    private static String joules(Range range) {
        return String.format(Locale.ROOT, "%.6e %.6e", range.min(), range.max());
    }
}
