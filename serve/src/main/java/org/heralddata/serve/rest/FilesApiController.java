package org.heralddata.serve.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.files.CataloguedFile;
import org.heralddata.model.files.FileCollection;
import org.heralddata.query.Export;
import org.heralddata.query.ExportForm;
import org.heralddata.query.QueryCode;
import org.heralddata.query.files.FileService;
import org.heralddata.query.files.FileService.FilesCount;
import org.heralddata.query.files.FileStream;
import org.heralddata.query.files.FilesRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue of files. */
@RestController
class FilesApiController {
    /** Files of a page of JSON if the request does not say. */
    static final long PAGE = 1_000;

    private static final int PARTS = 200;

    private final FileService files;
    private final RequestReader reader;
    private final JsonMapper json;

    FilesApiController(FileService files, RequestReader reader, JsonMapper json) {
        this.files = files;
        this.reader = reader;
        this.json = json;
    }

    @RequestMapping(
            path = Api.CATALOGUED_FILES,
            method = {RequestMethod.GET, RequestMethod.POST})
    void files(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Asked asked = reader.read(Api.FILE_SEARCH, request);
        FilesRequest wanted = FilesAsked.request(asked);
        ExportForm form = Downloads.form(asked, request);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (!form.equals(ExportForm.usual("json"))) {
            try (Export export = files.export(wanted, form)) {
                Downloads.send(export, form.format(), request, response);
            }
            return;
        }
        FilesRequest page = wanted.limit() == null ? wanted.page(PAGE, wanted.offset()) : wanted;
        FilesJson.Page answer = page(page, request);
        response.setHeader("X-Herald-Rows", Long.toString(answer.files().size()));
        if (answer.next() != null) {
            response.setHeader(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(answer.next()));
        }
        response.setContentType("application/json");
        if (!request.getMethod().equals("HEAD")) {
            json.writeValue(response.getOutputStream(), answer);
        }
    }

    private FilesJson.Page page(FilesRequest page, HttpServletRequest request) {
        FilesCount count = files.count(page);
        List<FilesJson.File> shown = new ArrayList<>();
        try (FileStream found = files.files(page)) {
            for (CataloguedFile file = found.next(); file != null; file = found.next()) {
                shown.add(FilesJson.File.of(file));
            }
        }
        long after = page.offset() + shown.size();
        boolean more = after < count.summary().files() && !shown.isEmpty();
        return new FilesJson.Page(
                count.summary().files(),
                count.of(),
                count.summary().bytes(),
                page.limit(),
                page.offset(),
                more ? next(request, page, after) : null,
                FilesJson.ids(count),
                shown);
    }

    /** Of a POST the parameters are in the body, so that only the next offset can be told. */
    private static String next(HttpServletRequest request, FilesRequest page, long offset) {
        UriComponentsBuilder next = UriComponentsBuilder.fromPath(Api.CATALOGUED_FILES);
        request.getParameterMap().forEach((key, given) -> {
            if (!key.equals(Parameter.OFFSET.key()) && !key.equals(Parameter.LIMIT.key())) {
                next.queryParam(key, "{" + key + "}");
            }
        });
        next.queryParam(Parameter.LIMIT.key(), page.limit()).queryParam(Parameter.OFFSET.key(), offset);
        Map<String, Object> values = new java.util.HashMap<>();
        request.getParameterMap().forEach((key, given) -> values.put(key, given[0]));
        return next.encode().buildAndExpand(values).toUriString();
    }

    @RequestMapping(
            path = Api.CATALOGUED_FILES_COUNT,
            method = {RequestMethod.GET, RequestMethod.POST})
    FilesJson.Count count(HttpServletRequest request) throws IOException {
        return FilesJson.Count.of(files.count(FilesAsked.request(reader.read(Api.FILE_COUNT, request))));
    }

    @RequestMapping(
            path = Api.CATALOGUED_FILES_COVERAGE,
            method = {RequestMethod.GET, RequestMethod.POST})
    FilesJson.Times coverage(HttpServletRequest request) throws IOException {
        Asked asked = reader.read(Api.FILE_COVERAGE, request);
        return FilesJson.Times.of(files.coverage(FilesAsked.request(asked), asked.small(Parameter.PARTS, PARTS)));
    }

    @GetMapping(Api.FILE_COLLECTIONS)
    Map<String, Object> collections(HttpServletRequest request) throws IOException {
        reader.read(Api.FILE_COLLECTION_LIST, request);
        return Map.of(
                "collections",
                files.collections().stream()
                        .map(c -> FilesJson.Collection.of(c, c.fields(), null))
                        .toList());
    }

    @GetMapping(Api.COLLECTION_FILES)
    FilesJson.Collection collection(@PathVariable("collection") String collection, HttpServletRequest request)
            throws IOException {
        reader.read(Api.FILES_OF_COLLECTION, request);
        FileCollection found = files.collection(Asked.collection(collection));
        FilesRequest all = FilesRequest.of(found.about().id());
        return FilesJson.Collection.of(found, files.fields(all), FilesJson.Count.of(files.count(all)));
    }

    @GetMapping(Api.ONE_FILE)
    FilesJson.Detail file(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        reader.read(Api.FILE_DETAIL, request);
        return FilesJson.Detail.of(files.file(uuid(id)));
    }

    private static UUID uuid(String id) {
        @Nullable UUID read = null;
        try {
            read = UUID.fromString(id);
        } catch (IllegalArgumentException wrong) {
            // told below
        }
        if (read == null) {
            throw new Refusal(Diagnostic.error(QueryCode.NO_FILE, "there is no file `%s`".formatted(id))
                    .helped("files are found by /api/v1/files"));
        }
        return read;
    }
}
