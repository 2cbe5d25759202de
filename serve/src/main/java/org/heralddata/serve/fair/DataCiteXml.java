package org.heralddata.serve.fair;

import java.util.List;
import java.util.function.Consumer;
import org.heralddata.model.catalogue.Creator;
import org.heralddata.model.publication.Doi;
import org.heralddata.serve.node.Node;
import org.heralddata.serve.xml.Xml;

/**
 * A data set as DataCite's XML, schema 4.6.
 *
 * @see <a href="https://schema.datacite.org/meta/kernel-4.6/">DataCite kernel 4.6</a>
 */
public final class DataCiteXml {
    /** Where the schema of the namespace stands, newest of version 4. */
    public static final String SCHEMA = "https://schema.datacite.org/meta/kernel-4/metadata.xsd";

    private DataCiteXml() {}

    /** A document. */
    public static String of(Dataset dataset) {
        return Xml.document(xml -> write(xml, dataset)) + "\n";
    }

    /** The element {@code resource}, within another document. */
    public static void write(Xml xml, Dataset dataset) {
        xml.element(
                "resource",
                resource -> content(resource, dataset),
                "xmlns",
                DataCiteJson.NAMESPACE,
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation",
                DataCiteJson.NAMESPACE + " " + SCHEMA);
    }

    private static void content(Xml xml, Dataset dataset) {
        var about = dataset.about();
        Doi doi = dataset.doi();
        xml.text("identifier", doi == null ? dataset.url() : doi.name(), "identifierType", doi == null ? "URL" : "DOI");
        xml.element("creators", in -> about.creators().forEach(c -> in.element("creator", one -> creator(one, c))));
        xml.element("titles", in -> in.text("title", dataset.title()));
        publisher(xml, dataset.node().organisation());
        xml.text("publicationYear", Integer.toString(dataset.year()));
        xml.text("resourceType", DataCiteTerms.resourceType(dataset), "resourceTypeGeneral", "Dataset");
        xml.element("subjects", in -> dataset.keywords().forEach(w -> in.text("subject", w)));
        xml.element(
                "contributors",
                in -> in.element(
                        "contributor",
                        one -> one.text(
                                "contributorName", dataset.node().organisation().name(), "nameType", "Organizational"),
                        "contributorType",
                        "HostingInstitution"));
        xml.element(
                "dates",
                in -> DataCiteTerms.dates(dataset).forEach((type, date) -> in.text("date", date, "dateType", type)));
        xml.text("language", "en");
        xml.element(
                "alternateIdentifiers",
                in -> DataCiteTerms.alternates(dataset)
                        .forEach((id, type) -> in.text("alternateIdentifier", id, "alternateIdentifierType", type)));
        relations(xml, DataCiteTerms.relations(dataset));
        each(xml, "sizes", "size", DataCiteTerms.sizes(dataset));
        each(xml, "formats", "format", DataCiteTerms.mediaTypes(dataset));
        xml.text("version", dataset.version());
        xml.element("rightsList", in -> rights(in, dataset));
        xml.element("descriptions", in -> in.text("description", about.description(), "descriptionType", "Abstract"));
        var site = about.site();
        if (site != null) {
            xml.element(
                    "geoLocations",
                    in -> in.element("geoLocation", one -> {
                        one.text("geoLocationPlace", about.facility());
                        one.element(
                                "geoLocationPoint",
                                point -> point.text("pointLongitude", Double.toString(site.longitudeDeg()))
                                        .text("pointLatitude", Double.toString(site.latitudeDeg())));
                    }));
        }
    }

    private static void creator(Xml xml, Creator creator) {
        xml.text("creatorName", creator.name(), "nameType", Names.isPerson(creator) ? "Personal" : "Organizational");
        xml.text("givenName", Names.given(creator));
        xml.text("familyName", Names.family(creator));
        String orcid = creator.orcid();
        if (orcid != null) {
            xml.text(
                    "nameIdentifier",
                    Names.address(orcid),
                    "nameIdentifierScheme",
                    "ORCID",
                    "schemeURI",
                    "https://orcid.org");
        }
        xml.text("affiliation", creator.affiliation());
    }

    private static void publisher(Xml xml, Node.Organisation organisation) {
        String ror = organisation.ror();
        if (ror == null) {
            xml.text("publisher", organisation.name());
        } else {
            xml.text(
                    "publisher",
                    organisation.name(),
                    "publisherIdentifier",
                    ror,
                    "publisherIdentifierScheme",
                    "ROR",
                    "schemeURI",
                    "https://ror.org");
        }
    }

    private static void relations(Xml xml, List<DataCiteTerms.Relation> relations) {
        Consumer<Xml> all = in -> relations.forEach(r -> in.text(
                "relatedIdentifier", r.identifier(), "relatedIdentifierType", r.type(), "relationType", r.relation()));
        xml.element("relatedIdentifiers", all);
    }

    private static void each(Xml xml, String list, String name, List<String> values) {
        xml.element(list, in -> values.forEach(v -> in.text(name, v)));
    }

    private static void rights(Xml xml, Dataset dataset) {
        String spdx = dataset.spdx().orElse(null);
        xml.text(
                "rights",
                dataset.about().licence().name(),
                "rightsURI",
                dataset.licenceUrl(),
                "rightsIdentifier",
                spdx,
                "rightsIdentifierScheme",
                spdx == null ? null : "SPDX",
                "schemeURI",
                spdx == null ? null : "https://spdx.org/licenses/");
    }
}
