package org.heralddata.serve.fair;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.DataService;
import org.heralddata.query.QueryCode;
import org.heralddata.query.files.FileService;
import org.heralddata.query.publication.PublishedCollection;
import org.heralddata.query.publication.PublishedFiles;
import org.heralddata.serve.node.Site;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Everything that this server publishes, as one {@code dcat:Catalog}, for data portals to harvest. */
@RestController
class CatalogController {
    /** Data sets of one page. */
    static final int PAGE = 50;

    private final DataService data;
    private final FileService files;
    private final Site site;

    CatalogController(DataService data, FileService files, Site site) {
        this.data = data;
        this.files = files;
        this.site = site;
    }

    /** Where it is. */
    static String url(String site) {
        return site + "/catalog";
    }

    @GetMapping("/catalog")
    ResponseEntity<byte[]> catalog(
            @RequestParam(name = "format", required = false) @Nullable String format,
            @RequestParam(name = "page", required = false) @Nullable String page,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            HttpServletRequest request) {
        boolean json = format == null
                ? accept != null && accept.contains("json")
                : switch (format) {
                    case "dcat-turtle" -> false;
                    case "dcat-jsonld" -> true;
                    default ->
                        throw bad("there is no metadata format `%s`".formatted(format), "dcat-turtle, dcat-jsonld");
                };
        String at = site.url(request);
        List<Dataset> all = datasets(at);
        int pages = Math.max(1, Math.ceilDiv(all.size(), PAGE));
        int asked = number(page, pages);
        List<Dataset> shown = all.subList((asked - 1) * PAGE, Math.min(all.size(), asked * PAGE));
        var catalog = new DcatCatalog(site.node(), at, asked, pages, all.size());
        String text = json
                ? JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(catalog.jsonLd(shown)) + "\n"
                : catalog.turtle(shown);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(
                        json
                                ? "application/ld+json;profile=\"http://www.w3.org/ns/dcat#\""
                                : "text/turtle;charset=UTF-8"))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .headers(headers -> catalog.links().forEach(link -> headers.add(HttpHeaders.LINK, link)))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private static int number(@Nullable String page, int pages) {
        if (page == null || page.isEmpty()) {
            return 1;
        }
        if (!page.matches("[1-9]\\d{0,5}") || Integer.parseInt(page) > pages) {
            throw bad("there is no page `%s`".formatted(page), "1 to " + pages);
        }
        return Integer.parseInt(page);
    }

    private static Refusal bad(String words, String possible) {
        return new Refusal(Diagnostic.error(QueryCode.NO_FORMAT, words).helped("there are: " + possible));
    }

    @ExceptionHandler
    ResponseEntity<String> refused(Refusal refusal) {
        Diagnostic first = refusal.diagnostics().getFirst();
        return ResponseEntity.badRequest()
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .body(first.message() + (first.help() == null ? "" : " (" + first.help() + ")") + "\n");
    }

    /** What is given out, by id. */
    private List<Dataset> datasets(String at) {
        List<String> formats = data.exportFormats();
        List<Dataset> all = new ArrayList<>();
        for (PublishedCollection collection : data.published()) {
            collection
                    .current()
                    .ifPresent(shown -> all.add(new Dataset(collection, shown, true, site.node(), at, formats)));
        }
        for (PublishedFiles one : files.published()) {
            if (one.state().withdrawal() == null) {
                all.add(Dataset.of(one, Archive.of(files, one.files()), site.node(), at, formats));
            }
        }
        return all;
    }
}
