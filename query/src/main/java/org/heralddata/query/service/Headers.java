package org.heralddata.query.service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.heralddata.model.catalogue.CollectionDescription;
import org.heralddata.model.catalogue.Creator;
import org.heralddata.model.catalogue.Licence;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.table.Column;
import org.heralddata.spi.TableHeader;

/** Says in a file what is in it, where it is from and how it may be used. */
public final class Headers {

    private Headers() {}

    /**
     * Of rows of one table.
     *
     * @param selection canonical text; may be empty
     * @param software  name and version of this program
     */
    public static TableHeader table(
            Release release,
            PublishedTable table,
            List<Column> columns,
            OptionalLong rows,
            String selection,
            String software) {
        CollectionDescription about = release.collection();
        SequencedMap<String, String> metadata = new LinkedHashMap<>();
        metadata.put("title", about.title());
        metadata.put("description", about.description());
        metadata.put("creators", about.creators().stream().map(Creator::name).collect(Collectors.joining("; ")));
        metadata.put("licence", licence(about.licence()));
        if (about.cite() != null) {
            metadata.put("citation", about.cite());
        }
        metadata.put("collection", about.id().value());
        metadata.put("table", table.name());
        metadata.put("release", release.name());
        metadata.put("created", release.created().toString());
        metadata.put("selection", selection);
        rows.ifPresent(n -> metadata.put("rows", Long.toString(n)));
        if (!table.withheld().isNothing()) {
            metadata.put(
                    "withheld",
                    table.withheld().columns().stream()
                            .map(PublishedColumn::name)
                            .collect(Collectors.joining(", ")));
        }
        metadata.put("software", software);
        return new TableHeader(table.name(), table.description(), rows, columns, metadata);
    }

    static TableHeader events(
            List<Release> releases, List<Column> columns, OptionalLong rows, String selection, String software) {
        SequencedMap<String, String> metadata = new LinkedHashMap<>();
        metadata.put("title", "Common events of several collections");
        releases.forEach(release -> put(metadata, release));
        metadata.put("selection", selection);
        rows.ifPresent(n -> metadata.put("rows", Long.toString(n)));
        metadata.put("software", software);
        return new TableHeader("events", "Common events of several collections", rows, columns, metadata);
    }

    /** Of the answer to a query in ADQL, whichever collections it read. */
    public static TableHeader answer(List<Release> releases, List<Column> columns, String query, String software) {
        SequencedMap<String, String> metadata = new LinkedHashMap<>();
        metadata.put("title", "Answer to a query");
        releases.forEach(release -> put(metadata, release));
        metadata.put("query", query.strip());
        metadata.put("software", software);
        return new TableHeader("result", "Answer to a query", OptionalLong.empty(), columns, metadata);
    }

    private static void put(SequencedMap<String, String> metadata, Release release) {
        CollectionDescription about = release.collection();
        String cite = about.cite() == null ? "" : ", cite " + about.cite();
        metadata.put(
                "collection_" + about.id().value().replace('-', '_'),
                "%s, release %s, %s%s".formatted(about.title(), release.name(), licence(about.licence()), cite));
    }

    private static String licence(Licence licence) {
        return licence.url() == null ? licence.name() : licence.name() + " (" + licence.url() + ")";
    }
}
