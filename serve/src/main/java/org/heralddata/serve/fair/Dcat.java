package org.heralddata.serve.fair;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.heralddata.model.catalogue.Creator;
import org.heralddata.model.publication.Doi;
import org.heralddata.serve.fair.Rdf.Thing;
import org.heralddata.serve.node.Node;

/**
 * A data set as DCAT-AP 3, the profile of European data portals.
 *
 * @see <a href="https://semiceu.github.io/DCAT-AP/releases/3.0.0/">DCAT-AP 3.0</a>
 */
public final class Dcat {
    static final String EU = "http://publications.europa.eu/resource/authority/";
    static final SequencedMap<String, String> PREFIXES = prefixes();

    private Dcat() {}

    private static SequencedMap<String, String> prefixes() {
        var all = new LinkedHashMap<String, String>();
        all.put("dcat", "http://www.w3.org/ns/dcat#");
        all.put("dct", "http://purl.org/dc/terms/");
        all.put("foaf", "http://xmlns.com/foaf/0.1/");
        all.put("vcard", "http://www.w3.org/2006/vcard/ns#");
        all.put("adms", "http://www.w3.org/ns/adms#");
        all.put("skos", "http://www.w3.org/2004/02/skos/core#");
        all.put("locn", "http://www.w3.org/ns/locn#");
        all.put("spdx", "http://spdx.org/rdf/terms#");
        all.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        all.put("geo", "http://www.opengis.net/ont/geosparql#");
        return all;
    }

    public static String turtle(Dataset dataset) {
        return graph(dataset).turtle();
    }

    public static Map<String, Object> jsonLd(Dataset dataset) {
        return graph(dataset).jsonLd();
    }

    private static Rdf graph(Dataset dataset) {
        return new Rdf(PREFIXES, things(dataset));
    }

    /** The data set and its distributions. */
    static List<Thing> things(Dataset dataset) {
        var things = new ArrayList<Thing>();
        Thing about = describe(dataset);
        things.add(about);
        for (Distribution distribution : dataset.distributions()) {
            about.iri("dcat:distribution", distribution.url());
            things.add(distribution(distribution, dataset));
        }
        return List.copyOf(things);
    }

    private static Thing describe(Dataset dataset) {
        var about = dataset.about();
        Thing out = new Thing(dataset.identifier(), "dcat:Dataset")
                .text("dct:title", dataset.title())
                .text("dct:description", about.description())
                .text("dct:identifier", dataset.identifier())
                .iri("dcat:landingPage", dataset.url())
                .text("dcat:version", dataset.version())
                .typed("dct:issued", dataset.issued(), "xsd:dateTime")
                .typed("dct:modified", dataset.modified(), "xsd:dateTime")
                .iri("dct:license", dataset.licenceUrl())
                .iri("dct:accessRights", EU + "access-right/" + (dataset.isOpen() ? "PUBLIC" : "RESTRICTED"))
                .iri("dct:language", EU + "language/ENG")
                .iri("dcat:theme", EU + "data-theme/TECH")
                .with("dct:publisher", publisher(dataset.node()))
                .with("dcat:contactPoint", contact(dataset));
        dataset.keywords().forEach(word -> out.text("dcat:keyword", word));
        about.creators().forEach(creator -> out.with("dct:creator", agent(creator)));
        Doi doi = dataset.doi();
        if (doi != null) {
            out.with(
                    "adms:identifier",
                    new Thing(null, "adms:Identifier").typed("skos:notation", doi.address(), "xsd:anyURI"));
        }
        out.iri("foaf:page", about.homepage());
        dataset.work().ifPresent(work -> out.iri("dct:references", work.address()));
        Coverage.times(dataset)
                .ifPresent(ends -> out.with(
                        "dct:temporal",
                        new Thing(null, "dct:PeriodOfTime")
                                .typed("dcat:startDate", ends.getFirst(), "xsd:dateTime")
                                .typed("dcat:endDate", ends.getLast(), "xsd:dateTime")));
        if (about.site() != null) {
            out.with("dct:spatial", place(dataset));
        }
        versions(out, dataset);
        return out;
    }

    private static void versions(Thing out, Dataset dataset) {
        if (dataset.whole()) {
            dataset.versions()
                    .forEach(r -> out.iri("dcat:hasVersion", dataset.of(r).identifier()));
        } else {
            out.iri("dcat:isVersionOf", dataset.asWhole().identifier());
        }
    }

    static Thing publisher(Node node) {
        var organisation = node.organisation();
        return new Thing(organisation.ror(), "foaf:Agent")
                .text("foaf:name", organisation.name())
                .iri("foaf:homepage", organisation.homepage());
    }

    private static Thing contact(Dataset dataset) {
        var contact = dataset.node().contact();
        return new Thing(null, "vcard:Organization")
                .text("vcard:fn", contact.name())
                .iri("vcard:hasEmail", "mailto:" + contact.email());
    }

    private static Thing agent(Creator creator) {
        String orcid = creator.orcid();
        return new Thing(
                        orcid == null ? null : Names.address(orcid),
                        Names.isPerson(creator) ? "foaf:Person" : "foaf:Organization")
                .text("foaf:name", creator.name());
    }

    private static Thing place(Dataset dataset) {
        var site = Objects.requireNonNull(dataset.about().site());
        return new Thing(null, "dct:Location")
                .typed(
                        "dcat:centroid",
                        "POINT(%s %s)".formatted(site.longitudeDeg(), site.latitudeDeg()),
                        "geo:wktLiteral");
    }

    private static Thing distribution(Distribution distribution, Dataset dataset) {
        Thing out = new Thing(distribution.url(), "dcat:Distribution")
                .text("dct:title", distribution.name())
                .iri("dcat:accessURL", dataset.url())
                .iri("dcat:downloadURL", distribution.url())
                .iri("dcat:mediaType", "https://www.iana.org/assignments/media-types/" + distribution.mediaType())
                .iri("dct:license", dataset.licenceUrl())
                .typed("dcat:byteSize", distribution.bytes(), "xsd:nonNegativeInteger");
        if (distribution.sha256() != null) {
            out.with(
                    "spdx:checksum",
                    new Thing(null, "spdx:Checksum")
                            .iri("spdx:algorithm", "http://spdx.org/rdf/terms#checksumAlgorithm_sha256")
                            .typed("spdx:checksumValue", distribution.sha256(), "xsd:hexBinary"));
        }
        return out;
    }
}
