package org.heralddata.serve.portal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.files.FileCollection;
import org.heralddata.model.files.FileSummary;
import org.heralddata.query.DataService;
import org.heralddata.query.TableRef;
import org.heralddata.query.files.Coverage;
import org.heralddata.query.files.FileService;
import org.heralddata.query.files.FilesRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What a collection is: the page that a DOI leads to. */
@RestController
class CollectionController {
    private static final long SAMPLE = 5;
    private static final int PARTS = 240;

    private final DataService data;
    private final FileService files;
    private final FilesGlance glance;
    private final Pages pages;

    CollectionController(DataService data, FileService files, FilesGlance glance, Pages pages) {
        this.data = data;
        this.files = files;
        this.glance = glance;
        this.pages = pages;
    }

    @GetMapping("/collections/{collection}")
    ResponseEntity<String> collection(
            @PathVariable("collection") String collection,
            @RequestParam(name = "release", required = false) @Nullable String name) {
        CollectionId id = Requested.collection(collection);
        Optional<FileCollection> withFiles = files.collections().stream()
                .filter(c -> c.about().id().equals(id))
                .findFirst();
        boolean catalogued = withFiles.isPresent();
        boolean released =
                data.collections().stream().anyMatch(r -> r.collection().id().equals(id));
        if (withFiles.isPresent() && !released) {
            return archive(withFiles.get());
        }
        List<Release> releases = data.releases(id);
        Release shown = Requested.release(releases, id, name);
        SequencedMap<String, SampleRows> samples = new LinkedHashMap<>();
        for (PublishedTable table : shown.tables()) {
            samples.put(
                    table.name(),
                    SampleRows.of(data, new TableRef(id, table.name(), shown.name()), "", scalars(table), SAMPLE));
        }
        String site =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        return pages.page(
                "collection",
                Map.of(
                        "shown",
                        shown,
                        "releases",
                        releases,
                        "samples",
                        samples,
                        "citation",
                        Citation.of(shown),
                        "catalogued",
                        catalogued,
                        "span",
                        DatasetJsonLd.timeSpan(shown).orElse("").replace("/", " to "),
                        "jsonLd",
                        Json.block(DatasetJsonLd.of(shown, site, data.exportFormats()))));
    }

    /** A collection of files alone. */
    private ResponseEntity<String> archive(FileCollection collection) {
        FileSummary summary = glance.summary(collection);
        var model = new HashMap<String, Object>();
        model.put("collection", collection);
        model.put("citation", Citation.of(collection));
        model.put(
                "site",
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString());
        if (summary != null) {
            model.put("summary", summary);
            Coverage coverage =
                    files.coverage(FilesRequest.of(collection.about().id()), PARTS);
            model.put("lanes", TimeLane.all(coverage));
        }
        return pages.page("archive", model);
    }

    /** Lists are too wide for a sample. */
    private static List<String> scalars(PublishedTable table) {
        return table.columns().stream()
                .filter(c -> c.shape().isScalar())
                .map(PublishedColumn::name)
                .toList();
    }
}
