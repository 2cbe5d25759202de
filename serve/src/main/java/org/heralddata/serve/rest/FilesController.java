package org.heralddata.serve.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.heralddata.model.catalogue.DataFile;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.DataService;
import org.heralddata.query.TableRef;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The files of a release as they are, in whole or in parts. */
@RestController
class FilesController {
    private static final MediaType PARQUET = MediaType.parseMediaType("application/vnd.apache.parquet");

    private final DataService data;
    private final RequestReader reader;

    FilesController(DataService data, RequestReader reader) {
        this.data = data;
        this.reader = reader;
    }

    @GetMapping(path = Api.FILE_SUMS)
    ResponseEntity<String> sums(
            @PathVariable("collection") String collection,
            @PathVariable("release") String name,
            HttpServletRequest request)
            throws IOException {
        reader.read(Api.SUMS, request);
        String sums = release(collection, name).files().stream()
                .map(file -> file.sha256() + "  " + file.path() + "\n")
                .collect(Collectors.joining());
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(sums);
    }

    @GetMapping(path = Api.FILES)
    ResponseEntity<Resource> file(
            @PathVariable("collection") String collection,
            @PathVariable("release") String name,
            @PathVariable("path") String path,
            HttpServletRequest request)
            throws IOException {
        reader.read(Api.FILE, request);
        Release release = release(collection, name);
        String wanted = path.substring(1);
        DataFile file = release.files().stream()
                .filter(f -> f.path().equals(wanted))
                .findFirst()
                .orElseThrow(() -> noFile(wanted));
        Path place = data.file(release, wanted).orElseThrow(() -> noFile(wanted));
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(PARQUET)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(String.valueOf(place.getFileName()))
                                .build()
                                .toString());
        return WholeOrPart.of(place, file.bytes(), file.sha256(), answer, request);
    }

    private Release release(String collection, String name) {
        return data.release(new TableRef(Asked.collection(collection), "", name));
    }

    private static Refusal noFile(String path) {
        return new Refusal(Diagnostic.error(RestCode.NO_FILE, "the release has no file `%s`".formatted(path))
                .helped("all of them are listed in SHA256SUMS"));
    }
}
