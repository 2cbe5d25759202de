package org.heralddata.serve.fair;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.heralddata.model.catalogue.CollectionDescription;
import org.heralddata.model.catalogue.Creator;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.publication.Doi;
import org.jspecify.annotations.Nullable;

/**
 * A data set as schema.org {@code Dataset}, for search engines of data.
 *
 * @see <a href="https://schema.org/Dataset">schema.org/Dataset</a>
 */
public final class SchemaOrg {

    private SchemaOrg() {}

    public static Map<String, Object> of(Dataset dataset) {
        CollectionDescription about = dataset.about();
        var out = new LinkedHashMap<String, Object>();
        out.put("@context", "https://schema.org/");
        out.put("@type", "Dataset");
        out.put("@id", dataset.identifier());
        out.put("url", dataset.url());
        out.put("identifier", identifiers(dataset));
        out.put("name", dataset.title());
        out.put("description", about.description());
        out.put("version", dataset.version());
        out.put("datePublished", Days.of(dataset.issued()));
        out.put("dateModified", Days.of(dataset.modified()));
        out.put("license", dataset.licenceUrl());
        out.put("isAccessibleForFree", dataset.isOpen());
        out.put("creator", about.creators().stream().map(SchemaOrg::creator).toList());
        out.put("publisher", publisher(dataset));
        out.put("keywords", dataset.keywords());
        String cite = about.cite();
        optional(out, "citation", dataset.work().map(Doi::address).orElse(cite));
        optional(out, "sameAs", about.homepage());
        if (about.site() != null) {
            out.put("spatialCoverage", place(about));
        }
        Days.span(dataset).ifPresent(span -> out.put("temporalCoverage", span));
        out.put(
                "variableMeasured",
                dataset.release().tables().stream()
                        .flatMap(table -> table.columns().stream())
                        .map(SchemaOrg::variable)
                        .toList());
        out.put(
                "distribution",
                dataset.distributions().stream().map(SchemaOrg::download).toList());
        versions(out, dataset);
        out.put("includedInDataCatalog", Map.of("@type", "DataCatalog", "name", "Herald", "url", dataset.site() + "/"));
        return out;
    }

    private static List<Object> identifiers(Dataset dataset) {
        var all = new ArrayList<Object>();
        Doi doi = dataset.doi();
        if (doi != null) {
            all.add(Map.of(
                    "@type",
                    "PropertyValue",
                    "propertyID",
                    "https://registry.identifiers.org/registry/doi",
                    "value",
                    "doi:" + doi,
                    "url",
                    doi.address()));
        }
        all.add(dataset.url());
        return all;
    }

    private static void versions(Map<String, Object> out, Dataset dataset) {
        if (dataset.whole()) {
            out.put(
                    "hasPart",
                    dataset.versions().stream()
                            .map(r -> reference(dataset.of(r)))
                            .toList());
        } else {
            out.put("isPartOf", reference(dataset.asWhole()));
        }
    }

    private static Map<String, Object> reference(Dataset other) {
        return Map.of("@type", "Dataset", "@id", other.identifier(), "name", other.title(), "url", other.url());
    }

    private static Map<String, Object> creator(Creator creator) {
        var out = new LinkedHashMap<String, Object>();
        out.put("@type", Names.isPerson(creator) ? "Person" : "Organization");
        out.put("name", creator.name());
        String orcid = creator.orcid();
        optional(out, "@id", orcid == null ? null : Names.address(orcid));
        String affiliation = creator.affiliation();
        if (affiliation != null) {
            out.put("affiliation", Map.of("@type", "Organization", "name", affiliation));
        }
        return out;
    }

    private static Map<String, Object> publisher(Dataset dataset) {
        var organisation = dataset.node().organisation();
        var out = new LinkedHashMap<String, Object>();
        out.put("@type", "Organization");
        out.put("name", organisation.name());
        optional(out, "@id", organisation.ror());
        optional(out, "url", organisation.homepage());
        return out;
    }

    private static Map<String, Object> place(CollectionDescription about) {
        var site = Objects.requireNonNull(about.site());
        return Map.of(
                "@type",
                "Place",
                "geo",
                Map.of(
                        "@type", "GeoCoordinates",
                        "latitude", site.latitudeDeg(),
                        "longitude", site.longitudeDeg(),
                        "elevation", site.heightM()));
    }

    private static Map<String, Object> variable(PublishedColumn column) {
        var out = new LinkedHashMap<String, Object>();
        out.put("@type", "PropertyValue");
        out.put("name", column.name());
        optional(out, "description", column.description());
        optional(out, "unitText", column.unit().symbol());
        optional(out, "propertyID", column.ucd().words());
        Double min = column.statistics().min();
        Double max = column.statistics().max();
        if (min != null && max != null && column.type().isNumeric()) {
            out.put("minValue", min);
            out.put("maxValue", max);
        }
        return out;
    }

    private static Map<String, Object> download(Distribution distribution) {
        var out = new LinkedHashMap<String, Object>();
        out.put("@type", "DataDownload");
        out.put("name", distribution.name());
        out.put("encodingFormat", distribution.mediaType());
        out.put("contentUrl", distribution.url());
        Long bytes = distribution.bytes();
        if (bytes != null) {
            out.put("contentSize", bytes + " B");
        }
        optional(out, "sha256", distribution.sha256());
        return out;
    }

    private static void optional(Map<String, Object> out, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            out.put(name, value);
        }
    }
}
