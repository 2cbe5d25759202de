package org.heralddata.serve.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.heralddata.model.catalogue.Release;
import org.heralddata.query.DataService;
import org.heralddata.query.TableRef;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What there is: collections, releases, tables and columns. */
@RestController
class CatalogueController {
    private final DataService data;
    private final RequestReader reader;

    CatalogueController(DataService data, RequestReader reader) {
        this.data = data;
        this.reader = reader;
    }

    @GetMapping(Api.ALL_COLLECTIONS)
    Map<String, Object> collections(HttpServletRequest request) throws IOException {
        reader.read(Api.LIST, request);
        return Map.of("collections", data.collections().stream().map(this::told).toList());
    }

    @GetMapping(Api.ONE_COLLECTION)
    CatalogueJson.Collection collection(@PathVariable("collection") String collection, HttpServletRequest request)
            throws IOException {
        TableRef ref = reader.read(Api.COLLECTION, request).table(collection, "");
        return told(data.release(ref));
    }

    private CatalogueJson.Collection told(Release release) {
        return CatalogueJson.Collection.of(release, data.restrictions(release));
    }

    @GetMapping(Api.ALL_RELEASES)
    Map<String, Object> releases(@PathVariable("collection") String collection, HttpServletRequest request)
            throws IOException {
        reader.read(Api.RELEASES, request);
        List<Release> releases = data.releases(Asked.collection(collection));
        return Map.of(
                "releases", releases.stream().map(CatalogueJson.FullRelease::of).toList());
    }

    @GetMapping(Api.ONE_TABLE)
    CatalogueJson.Table table(
            @PathVariable("collection") String collection,
            @PathVariable("table") String table,
            HttpServletRequest request)
            throws IOException {
        TableRef ref = reader.read(Api.TABLE, request).table(collection, table);
        return CatalogueJson.Table.of(data.release(ref), data.table(ref), data.exportFormats());
    }
}
