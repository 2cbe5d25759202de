package org.heralddata.serve.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
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
import org.heralddata.query.publication.PublishedCollection;
import org.heralddata.query.publication.PublishedFiles;
import org.heralddata.query.publication.PublishedRelease;
import org.heralddata.serve.fair.Archive;
import org.heralddata.serve.fair.BibTex;
import org.heralddata.serve.fair.Citation;
import org.heralddata.serve.fair.Dataset;
import org.heralddata.serve.fair.Days;
import org.heralddata.serve.fair.Representation;
import org.heralddata.serve.fair.SchemaOrg;
import org.heralddata.serve.fair.Signposting;
import org.heralddata.serve.node.Site;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a collection or a release is: the page that a DOI leads to, and the same for machines. */
@RestController
class CollectionController {
    private static final long SAMPLE = 5;
    private static final int PARTS = 240;

    private final DataService data;
    private final FileService files;
    private final FilesGlance glance;
    private final Site site;
    private final Pages pages;

    CollectionController(DataService data, FileService files, FilesGlance glance, Site site, Pages pages) {
        this.data = data;
        this.files = files;
        this.glance = glance;
        this.site = site;
        this.pages = pages;
    }

    @GetMapping("/collections/{collection}")
    ResponseEntity<?> collection(
            @PathVariable("collection") String collection,
            @RequestParam(name = "release", required = false) @Nullable String release,
            @RequestParam(name = "format", required = false) @Nullable String format,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            HttpServletRequest request) {
        return landing(collection, release, format, accept, request);
    }

    @GetMapping("/collections/{collection}/releases/{release}")
    ResponseEntity<?> release(
            @PathVariable("collection") String collection,
            @PathVariable("release") String release,
            @RequestParam(name = "format", required = false) @Nullable String format,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            HttpServletRequest request) {
        return landing(collection, release, format, accept, request);
    }

    private ResponseEntity<?> landing(
            String collection,
            @Nullable String release,
            @Nullable String format,
            @Nullable String accept,
            HttpServletRequest request) {
        CollectionId id = Requested.collection(collection);
        Optional<PublishedCollection> published =
                data.published().stream().filter(c -> c.id().equals(id)).findFirst();
        Optional<PublishedFiles> alone = published.isEmpty() ? archive(id) : Optional.empty();
        if (alone.isPresent()) {
            return archive(alone.get(), format, accept, request);
        }
        Optional<Dataset> gone = published.flatMap(p -> withdrawn(p, release, request));
        if (gone.isPresent()) {
            return tombstone(gone.get());
        }
        Release shown = Requested.release(data.releases(id), id, release);
        PublishedCollection all = published.orElseThrow();
        boolean whole = release == null || release.isEmpty();
        Dataset dataset = dataset(all, all.release(shown.name()).orElseThrow(), whole, request);
        return Representation.wanted(format, accept)
                .<ResponseEntity<?>>map(wanted -> metadata(dataset, wanted))
                .orElseGet(() -> page(dataset));
    }

    private Optional<FileCollection> catalogued(CollectionId id) {
        return files.collections().stream()
                .filter(c -> c.about().id().equals(id))
                .findFirst();
    }

    private Optional<PublishedFiles> archive(CollectionId id) {
        return files.published().stream()
                .filter(f -> f.files().about().id().equals(id))
                .findFirst();
    }

    /** A collection of files alone. */
    private ResponseEntity<?> archive(
            PublishedFiles published, @Nullable String format, @Nullable String accept, HttpServletRequest request) {
        boolean gone = published.state().withdrawal() != null;
        Archive held = gone ? Archive.CLOSED : Archive.of(files, published.files());
        Dataset dataset = Dataset.of(published, held, site.node(), site.url(request), data.exportFormats());
        if (gone) {
            return tombstone(dataset);
        }
        return Representation.wanted(format, accept)
                .<ResponseEntity<?>>map(wanted -> metadata(dataset, wanted))
                .orElseGet(() -> archivePage(published.files(), dataset, request));
    }

    private ResponseEntity<String> archivePage(FileCollection collection, Dataset dataset, HttpServletRequest request) {
        FileSummary summary = glance.summary(collection);
        var model = new HashMap<String, Object>();
        model.put("collection", collection);
        model.put("citation", FilesCitation.of(collection));
        model.put("site", site.url(request));
        if (summary != null) {
            model.put("summary", summary);
            Coverage coverage =
                    files.coverage(FilesRequest.of(collection.about().id()), PARTS);
            model.put("lanes", TimeLane.all(coverage));
        }
        model.put("dataset", dataset);
        model.put("jsonLd", Json.block(SchemaOrg.of(dataset)));
        return signed(pages.page("archive", model), dataset);
    }

    private Dataset dataset(
            PublishedCollection all, PublishedRelease published, boolean whole, HttpServletRequest request) {
        return new Dataset(all, published, whole, site.node(), site.url(request), data.exportFormats());
    }

    /** What was asked for, if it is no longer given out. */
    private Optional<Dataset> withdrawn(PublishedCollection all, @Nullable String release, HttpServletRequest request) {
        if (release == null || release.isEmpty()) {
            return all.current().isPresent()
                    ? Optional.empty()
                    : Optional.of(dataset(all, all.releases().getFirst(), true, request));
        }
        return all.release(release).filter(r -> all.withdrawal(r) != null).map(r -> dataset(all, r, false, request));
    }

    private ResponseEntity<String> tombstone(Dataset dataset) {
        var withdrawal = dataset.collection().withdrawal(dataset.published());
        var parameters = new HashMap<String, Object>(Map.of("dataset", dataset));
        parameters.put("day", withdrawal == null ? "" : Days.of(withdrawal.at()));
        parameters.put("reason", withdrawal == null ? "" : withdrawal.reason());
        parameters.put("citation", Citation.of(dataset));
        return pages.page(HttpStatus.GONE, "withdrawn", parameters);
    }

    private static ResponseEntity<byte[]> metadata(Dataset dataset, Representation wanted) {
        return ResponseEntity.ok()
                .contentType(
                        new MediaType(wanted.mediaType(), wanted.mediaType().getParameters()))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.LINK, Signposting.describes(dataset).toArray(String[]::new))
                .body(wanted.write(dataset).getBytes(StandardCharsets.UTF_8));
    }

    private ResponseEntity<String> page(Dataset dataset) {
        Release shown = dataset.release();
        CollectionId id = dataset.about().id();
        SequencedMap<String, SampleRows> samples = new LinkedHashMap<>();
        for (PublishedTable table : shown.tables()) {
            if (table.withheld().all()) {
                continue;
            }
            samples.put(
                    table.name(),
                    SampleRows.of(data, new TableRef(id, table.name(), shown.name()), "", scalars(table), SAMPLE));
        }
        var parameters = new HashMap<String, Object>(Map.of(
                "dataset", dataset,
                "notice", Notice.of(shown, data.restrictions(shown), null),
                "releases", data.releases(id),
                "samples", samples,
                "citation", Citation.of(dataset),
                "bibtex", BibTex.of(dataset),
                "catalogued", catalogued(id).isPresent(),
                "span", Days.span(shown).orElse("").replace("/", " to "),
                "jsonLd", Json.block(SchemaOrg.of(dataset))));
        return signed(pages.page("collection", parameters), dataset);
    }

    private static ResponseEntity<String> signed(ResponseEntity<String> page, Dataset dataset) {
        return ResponseEntity.status(page.getStatusCode())
                .headers(page.getHeaders())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.LINK, Signposting.headers(dataset).toArray(String[]::new))
                .body(page.getBody());
    }

    /** Lists are too wide for a sample. */
    private static List<String> scalars(PublishedTable table) {
        return table.columns().stream()
                .filter(c -> c.shape().isScalar())
                .map(PublishedColumn::name)
                .toList();
    }
}
