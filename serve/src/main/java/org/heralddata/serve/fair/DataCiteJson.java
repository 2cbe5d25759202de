package org.heralddata.serve.fair;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.heralddata.model.catalogue.CollectionDescription;
import org.heralddata.model.catalogue.Creator;
import org.heralddata.model.publication.Doi;
import org.heralddata.serve.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * A data set as DataCite's JSON: the attributes of a DOI in its REST API, of schema 4.6.
 *
 * @see <a href="https://datacite-metadata-schema.readthedocs.io/en/4.6/">DataCite Metadata Schema 4.6</a>
 */
public final class DataCiteJson {
    static final String NAMESPACE = "http://datacite.org/schema/kernel-4";

    private DataCiteJson() {}

    public static Map<String, Object> of(Dataset dataset) {
        CollectionDescription about = dataset.about();
        var out = new LinkedHashMap<String, Object>();
        Doi doi = dataset.doi();
        optional(out, "doi", doi == null ? null : doi.name());
        out.put("url", dataset.url());
        out.put("types", Map.of("resourceTypeGeneral", "Dataset", "resourceType", DataCiteTerms.resourceType(dataset)));
        out.put("creators", about.creators().stream().map(DataCiteJson::creator).toList());
        out.put("titles", List.of(Map.of("title", dataset.title())));
        out.put("publisher", publisher(dataset.node().organisation()));
        out.put("publicationYear", Integer.toString(dataset.year()));
        out.put(
                "subjects",
                dataset.keywords().stream().map(w -> Map.of("subject", w)).toList());
        out.put("contributors", List.of(contributor(dataset.node())));
        out.put("dates", dates(dataset));
        out.put("language", "en");
        out.put("alternateIdentifiers", alternates(dataset));
        out.put(
                "relatedIdentifiers",
                DataCiteTerms.relations(dataset).stream()
                        .map(DataCiteJson::relation)
                        .toList());
        out.put("sizes", DataCiteTerms.sizes(dataset));
        out.put("formats", DataCiteTerms.mediaTypes(dataset));
        out.put("version", dataset.version());
        out.put("rightsList", List.of(rights(dataset)));
        out.put("descriptions", List.of(Map.of("description", about.description(), "descriptionType", "Abstract")));
        if (about.site() != null) {
            out.put("geoLocations", List.of(place(about)));
        }
        out.put("schemaVersion", NAMESPACE);
        return out;
    }

    private static Map<String, Object> creator(Creator creator) {
        var out = new LinkedHashMap<String, Object>();
        out.put("name", creator.name());
        out.put("nameType", Names.isPerson(creator) ? "Personal" : "Organizational");
        optional(out, "givenName", Names.given(creator));
        optional(out, "familyName", Names.family(creator));
        String orcid = creator.orcid();
        if (orcid != null) {
            out.put(
                    "nameIdentifiers",
                    List.of(Map.of(
                            "nameIdentifier", Names.address(orcid),
                            "nameIdentifierScheme", "ORCID",
                            "schemeUri", "https://orcid.org")));
        }
        String affiliation = creator.affiliation();
        if (affiliation != null) {
            out.put("affiliation", List.of(Map.of("name", affiliation)));
        }
        return out;
    }

    private static Map<String, Object> publisher(Node.Organisation organisation) {
        var out = new LinkedHashMap<String, Object>();
        out.put("name", organisation.name());
        String ror = organisation.ror();
        if (ror != null) {
            out.put("publisherIdentifier", ror);
            out.put("publisherIdentifierScheme", "ROR");
            out.put("schemeUri", "https://ror.org");
        }
        return out;
    }

    private static Map<String, Object> contributor(Node node) {
        return Map.of(
                "name",
                node.organisation().name(),
                "nameType",
                "Organizational",
                "contributorType",
                "HostingInstitution");
    }

    private static List<Map<String, Object>> dates(Dataset dataset) {
        var all = new ArrayList<Map<String, Object>>();
        DataCiteTerms.dates(dataset).forEach((type, date) -> all.add(Map.of("date", date, "dateType", type)));
        return all;
    }

    private static List<Map<String, Object>> alternates(Dataset dataset) {
        return DataCiteTerms.alternates(dataset).entrySet().stream()
                .map(e -> Map.<String, Object>of(
                        "alternateIdentifier", e.getKey(), "alternateIdentifierType", e.getValue()))
                .toList();
    }

    private static Map<String, Object> relation(DataCiteTerms.Relation relation) {
        return Map.of(
                "relatedIdentifier", relation.identifier(),
                "relatedIdentifierType", relation.type(),
                "relationType", relation.relation());
    }

    private static Map<String, Object> rights(Dataset dataset) {
        var out = new LinkedHashMap<String, Object>();
        out.put("rights", dataset.about().licence().name());
        out.put("rightsUri", dataset.licenceUrl());
        dataset.spdx().ifPresent(id -> {
            out.put("rightsIdentifier", id);
            out.put("rightsIdentifierScheme", "SPDX");
            out.put("schemeUri", "https://spdx.org/licenses/");
        });
        return out;
    }

    private static Map<String, Object> place(CollectionDescription about) {
        var site = Objects.requireNonNull(about.site());
        var out = new LinkedHashMap<String, Object>();
        optional(out, "geoLocationPlace", about.facility());
        out.put("geoLocationPoint", Map.of("pointLongitude", site.longitudeDeg(), "pointLatitude", site.latitudeDeg()));
        return out;
    }

    private static void optional(Map<String, Object> out, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            out.put(name, value);
        }
    }
}
