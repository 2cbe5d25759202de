package org.heralddata.serve.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.CollectionDescription;
import org.heralddata.model.catalogue.Creator;
import org.heralddata.model.catalogue.Licence;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.jspecify.annotations.Nullable;

/**
 * A release as schema.org {@code Dataset}, for search engines of data.
 *
 * @see <a href="https://schema.org/Dataset">schema.org/Dataset</a>
 */
final class DatasetJsonLd {
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "csv", "text/csv",
            "json", "application/json",
            "fits", "application/fits",
            "votable", "application/x-votable+xml",
            "hdf5", "application/x-hdf5",
            "rntuple", "application/x-root;class=rntuple",
            "root", "application/x-root",
            "parquet", "application/vnd.apache.parquet");

    private DatasetJsonLd() {}

    /**
     * @param site    address of the server without the last slash
     * @param formats names of the export formats
     */
    static Map<String, Object> of(Release release, String site, List<String> formats) {
        CollectionDescription about = release.collection();
        String page = site + "/collections/" + about.id();
        var dataset = new LinkedHashMap<String, Object>();
        dataset.put("@context", "https://schema.org/");
        dataset.put("@type", "Dataset");
        dataset.put("@id", page);
        dataset.put("url", page);
        dataset.put("name", about.title());
        dataset.put("description", about.description());
        dataset.put("version", release.name());
        dataset.put("datePublished", Figures.day(release.created()).toString());
        dataset.put("license", licence(about.licence()));
        dataset.put("isAccessibleForFree", about.access() instanceof Access.Open);
        dataset.put(
                "creator", about.creators().stream().map(DatasetJsonLd::creator).toList());
        dataset.put("keywords", keywords(about));
        citation(about).ifPresent(value -> dataset.put("citation", value));
        optional(dataset, "sameAs", about.homepage());
        if (about.site() != null) {
            dataset.put("spatialCoverage", place(about));
        }
        timeSpan(release).ifPresent(value -> dataset.put("temporalCoverage", value));
        dataset.put(
                "variableMeasured",
                release.tables().stream()
                        .flatMap(table -> table.columns().stream())
                        .map(DatasetJsonLd::variable)
                        .toList());
        dataset.put("distribution", downloads(release, site, formats));
        dataset.put("includedInDataCatalog", Map.of("@type", "DataCatalog", "name", "Herald", "url", site + "/"));
        return dataset;
    }

    /** First to last day of all tables, {@code 2004-01-01/2005-01-01}; empty if no table has times. */
    static Optional<String> timeSpan(Release release) {
        OptionalDouble first = times(release, true);
        OptionalDouble last = times(release, false);
        return first.isPresent() && last.isPresent()
                ? Optional.of(Figures.dayOfNanoseconds(first.getAsDouble()) + "/"
                        + Figures.dayOfNanoseconds(last.getAsDouble()))
                : Optional.empty();
    }

    private static OptionalDouble times(Release release, boolean first) {
        var values = new ArrayList<Double>();
        for (PublishedTable table : release.tables()) {
            String time = table.common().time();
            if (time != null) {
                table.column(time).map(PublishedColumn::statistics).ifPresent(s -> {
                    Double end = first ? s.min() : s.max();
                    if (end != null) {
                        values.add(end);
                    }
                });
            }
        }
        var stream = values.stream().mapToDouble(Double::doubleValue);
        return first ? stream.min() : stream.max();
    }

    private static Object licence(Licence licence) {
        String url = licence.url();
        return url != null ? url : "https://spdx.org/licenses/" + licence.name();
    }

    private static Map<String, Object> creator(Creator creator) {
        var out = new LinkedHashMap<String, Object>();
        boolean person = creator.orcid() != null || creator.name().contains(",");
        out.put("@type", person ? "Person" : "Organization");
        out.put("name", creator.name());
        String orcid = creator.orcid();
        optional(out, "@id", orcid == null ? null : "https://orcid.org/" + orcid);
        String affiliation = creator.affiliation();
        if (affiliation != null) {
            out.put("affiliation", Map.of("@type", "Organization", "name", affiliation));
        }
        return out;
    }

    private static List<String> keywords(CollectionDescription about) {
        var words = new ArrayList<String>();
        words.add(about.messenger());
        words.add("astroparticle physics");
        if (about.facility() != null) {
            words.add(about.facility());
        }
        words.addAll(about.keywords());
        return words;
    }

    private static Optional<String> citation(CollectionDescription about) {
        return Optional.ofNullable(about.cite()).map(cite -> Doi.is(cite) ? Doi.address(cite) : cite);
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

    private static List<Map<String, Object>> downloads(Release release, String site, List<String> formats) {
        var out = new ArrayList<Map<String, Object>>();
        for (PublishedTable table : release.tables()) {
            for (String format : formats) {
                out.add(Map.of(
                        "@type",
                        "DataDownload",
                        "name",
                        table.name() + " as " + format,
                        "encodingFormat",
                        MEDIA_TYPES.getOrDefault(format, "application/octet-stream"),
                        "contentUrl",
                        site + Addresses.rows(release.collection().id(), table.name(), format)));
            }
        }
        return out;
    }

    private static void optional(Map<String, Object> out, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            out.put(name, value);
        }
    }
}
