package org.heralddata.serve.fair;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.heralddata.model.catalogue.DataFile;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.publication.Doi;
import org.heralddata.serve.node.Ivoid;

/** A data set in DataCite's controlled vocabulary, for both of its forms. */
final class DataCiteTerms {

    private DataCiteTerms() {}

    /**
     * Another thing, and how this one relates to it.
     *
     * @param type     {@code DOI} or {@code URL}
     * @param relation of relationType: this {@code IsVersionOf} that
     */
    record Relation(String identifier, String type, String relation) {

        static Relation to(Dataset other, String relation) {
            Doi doi = other.doi();
            return doi == null ? new Relation(other.url(), "URL", relation) : to(doi, relation);
        }

        static Relation to(Doi doi, String relation) {
            return new Relation(doi.name(), "DOI", relation);
        }
    }

    static String resourceType(Dataset dataset) {
        if (dataset.archive() != null) {
            return "Collection of files";
        }
        return dataset.whole() ? "Collection of events" : "Release of a collection of events";
    }

    /** By dateType. */
    static SequencedMap<String, String> dates(Dataset dataset) {
        var dates = new LinkedHashMap<String, String>();
        dates.put("Issued", Days.of(dataset.issued()));
        if (dataset.whole()) {
            dates.put("Updated", Days.of(dataset.modified()));
        }
        Days.span(dataset).ifPresent(span -> dates.put("Collected", span));
        return dates;
    }

    /** Types by identifier. */
    static SequencedMap<String, String> alternates(Dataset dataset) {
        var all = new LinkedHashMap<String, String>();
        if (dataset.doi() != null) {
            all.put(dataset.url(), "URL");
        }
        all.put(
                dataset.whole()
                        ? Ivoid.collection(dataset.node(), dataset.about().id())
                        : Ivoid.release(dataset.node(), dataset.about().id(), dataset.version()),
                "IVOID");
        return all;
    }

    static List<Relation> relations(Dataset dataset) {
        var all = new ArrayList<Relation>();
        if (dataset.whole()) {
            dataset.versions().forEach(r -> all.add(Relation.to(dataset.of(r), "HasVersion")));
        } else {
            all.add(Relation.to(dataset.asWhole(), "IsVersionOf"));
            var versions = dataset.versions();
            int at = versions.indexOf(dataset.published());
            if (at > 0) {
                all.add(Relation.to(dataset.of(versions.get(at - 1)), "IsPreviousVersionOf"));
            }
            if (at >= 0 && at + 1 < versions.size()) {
                all.add(Relation.to(dataset.of(versions.get(at + 1)), "IsNewVersionOf"));
            }
        }
        dataset.work().ifPresent(doi -> all.add(Relation.to(doi, "References")));
        return all;
    }

    static List<String> sizes(Dataset dataset) {
        Archive archive = dataset.archive();
        if (archive != null) {
            var summary = archive.summary();
            return summary == null
                    ? List.of()
                    : List.of("%d files".formatted(summary.files()), "%d bytes".formatted(summary.bytes()));
        }
        long rows = dataset.release().tables().stream()
                .mapToLong(PublishedTable::rows)
                .sum();
        long bytes =
                dataset.release().files().stream().mapToLong(DataFile::bytes).sum();
        return List.of("%d rows".formatted(rows), String.format(Locale.ROOT, "%d bytes", bytes));
    }

    static List<String> mediaTypes(Dataset dataset) {
        return dataset.distributions().stream()
                .map(Distribution::mediaType)
                .distinct()
                .sorted()
                .toList();
    }
}
