package org.heralddata.serve.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.heralddata.model.catalogue.InputFile;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.files.CataloguedFile;
import org.heralddata.model.files.FileState;
import org.heralddata.query.DataService;
import org.heralddata.query.TableRef;
import org.heralddata.query.files.FileService;
import org.heralddata.query.files.FileStream;
import org.heralddata.query.files.FilesRequest;
import org.heralddata.query.files.Original;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The files of experiments as they are, in whole or in parts: those catalogued, and those that releases were made from. */
@RestController
class OriginalsController {
    private final DataService data;
    private final FileService files;
    private final RequestReader reader;

    OriginalsController(DataService data, FileService files, RequestReader reader) {
        this.data = data;
        this.files = files;
        this.reader = reader;
    }

    @GetMapping(Api.ORIGINAL_SUMS)
    ResponseEntity<StreamingResponseBody> sums(
            @PathVariable("collection") String collection, HttpServletRequest request) throws IOException {
        reader.read(Api.SUMS_OF_ORIGINALS, request);
        FilesRequest all = FilesRequest.of(Asked.collection(collection));
        FileStream begun = files.files(all); // as who asks; the thread that writes serves anyone
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(out -> {
            var lines = new PrintStream(out, false, StandardCharsets.UTF_8);
            try (FileStream found = begun) {
                for (CataloguedFile file = found.next(); file != null; file = found.next()) {
                    if (file.state() != FileState.VANISHED) {
                        lines.print(file.content().sha256() + "  " + file.path() + "\n");
                    }
                }
            }
            lines.flush();
        });
    }

    @GetMapping(Api.ORIGINALS)
    ResponseEntity<Resource> original(
            @PathVariable("collection") String collection,
            @PathVariable("path") String path,
            HttpServletRequest request)
            throws IOException {
        reader.read(Api.ORIGINAL, request);
        return answer(files.original(Asked.collection(collection), path.substring(1)), "no-cache", request);
    }

    @GetMapping(Api.RELEASE_ORIGINAL_SUMS)
    ResponseEntity<String> releaseSums(
            @PathVariable("collection") String collection,
            @PathVariable("release") String name,
            HttpServletRequest request)
            throws IOException {
        reader.read(Api.SUMS_OF_RELEASE_ORIGINALS, request);
        String sums = release(collection, name).inputs().stream()
                .map(OriginalsController::sum)
                .distinct()
                .collect(Collectors.joining());
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(sums);
    }

    private static String sum(InputFile input) {
        return input.sha256() + "  " + input.path() + "\n";
    }

    @GetMapping(Api.RELEASE_ORIGINALS)
    ResponseEntity<Resource> releaseOriginal(
            @PathVariable("collection") String collection,
            @PathVariable("release") String name,
            @PathVariable("path") String path,
            HttpServletRequest request)
            throws IOException {
        reader.read(Api.RELEASE_ORIGINAL, request);
        Original original = files.original(release(collection, name), path.substring(1));
        return answer(original, "public, max-age=31536000, immutable", request);
    }

    private Release release(String collection, String name) {
        return data.release(new TableRef(Asked.collection(collection), "", name));
    }

    private static ResponseEntity<Resource> answer(Original original, String caching, HttpServletRequest request) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CACHE_CONTROL, caching)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(
                                        original.path()
                                                .substring(original.path().lastIndexOf('/') + 1),
                                        StandardCharsets.UTF_8)
                                .build()
                                .toString());
        return WholeOrPart.of(original.place(), original.bytes(), original.sha256(), answer, request);
    }
}
