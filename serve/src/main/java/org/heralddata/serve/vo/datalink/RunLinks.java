package org.heralddata.serve.vo.datalink;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.Coverage;
import org.heralddata.model.catalogue.ObservedRuns;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.files.CataloguedFile;
import org.heralddata.model.table.ColumnType;
import org.heralddata.query.files.FileService;
import org.heralddata.query.files.FileStream;
import org.heralddata.query.files.FilesRequest;

/** The links of one observation in a table: its rows, and the files of the catalogue that are of the same run. */
record RunLinks(Place place, FileService files) {

    private static final String VOTABLE = "application/x-votable+xml";
    private static final long MOST_FILES = 100;

    List<Link> of(String id, Release release, PublishedTable table, String run) {
        Coverage coverage = table.coverage();
        ObservedRuns runs = coverage == null ? null : coverage.runs();
        ObservedRuns.Run found = runs == null ? null : runs.run(run).orElse(null);
        if (runs == null || found == null) {
            return List.of(Link.error(
                    id, "NotFoundFault", "the table `%s` has no observation `%s`".formatted(table.name(), run)));
        }
        boolean text = table.column(runs.column()).orElseThrow().type() == ColumnType.STRING;
        String value = text ? "'%s'".formatted(run.replace("'", "''")) : run;
        String rows = "/api/v1/collections/%s/tables/%s/rows"
                .formatted(release.collection().id(), table.name());
        String asked = place.address(rows, "release=%s&format=votable".formatted(release.name())) + "&where="
                + URLEncoder.encode(runs.column() + " = " + value, StandardCharsets.UTF_8);
        List<Link> links = new ArrayList<>();
        links.add(Link.to(
                        id,
                        asked,
                        "#this",
                        VOTABLE,
                        null,
                        "The %d rows of the observation %s, as a VOTable".formatted(found.rows(), run))
                .of("hea-event-list"));
        links.add(Link.to(id, asked + "&limit=100", "#preview", VOTABLE, null, "The first 100 of these rows"));
        if (!text) {
            originals(id, release.collection().id(), run, links);
        }
        return links;
    }

    private void originals(String id, CollectionId collection, String run, List<Link> links) {
        boolean catalogued =
                files.collections().stream().anyMatch(c -> c.about().id().equals(collection));
        if (!catalogued) {
            return;
        }
        var request = FilesRequest.of(collection).where("run = " + run).page(MOST_FILES, 0);
        try (FileStream stream = files.files(request)) {
            for (CataloguedFile file = stream.next(); file != null; file = stream.next()) {
                links.addAll(new FileLinks(place).within(id, file));
            }
        }
    }
}
