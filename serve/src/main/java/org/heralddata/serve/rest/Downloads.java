package org.heralddata.serve.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.Export;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Chooses the format of rows and sends them as they come. */
final class Downloads {
    private static final Set<String> SHOWN = Set.of("json", "csv", "tsv");
    private static final List<MediaType> KNOWN = List.of(
            MediaType.APPLICATION_JSON,
            MediaType.parseMediaType("text/csv"),
            MediaType.parseMediaType("text/tab-separated-values"),
            MediaType.parseMediaType("application/x-votable+xml"),
            MediaType.parseMediaType("application/fits"),
            MediaType.parseMediaType("application/x-hdf5"),
            MediaType.parseMediaType("application/x-root"),
            MediaType.parseMediaType("application/vnd.apache.parquet"));
    private static final List<String> FORMATS =
            List.of("json", "csv", "tsv", "votable", "fits", "hdf5", "root", "parquet");

    private Downloads() {}

    /** The format asked for by name, else the first that the {@code Accept} header takes, JSON before others. */
    static String format(Asked asked, HttpServletRequest request) {
        Optional<String> named = asked.text(Parameter.FORMAT);
        if (named.isPresent()) {
            return named.get();
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null || accept.isBlank()) {
            return "json";
        }
        try {
            for (MediaType wanted : MediaType.parseMediaTypes(accept)) {
                for (int i = 0; i < KNOWN.size(); i++) {
                    if (wanted.includes(KNOWN.get(i))) {
                        return FORMATS.get(i);
                    }
                }
            }
        } catch (InvalidMediaTypeException malformed) {
            throw notAcceptable(accept);
        }
        throw notAcceptable(accept);
    }

    private static Refusal notAcceptable(String accept) {
        return new Refusal(Diagnostic.error(RestCode.NOT_ACCEPTABLE, "there is no format `%s`".formatted(accept))
                .helped("name one by `format`: " + String.join(", ", FORMATS)));
    }

    /** Sends headers and, unless only those were asked for, the file. */
    static void send(Export export, String format, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(export.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                (SHOWN.contains(format) ? ContentDisposition.inline() : ContentDisposition.attachment())
                        .filename(export.fileName(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        export.header().rows().ifPresent(rows -> response.setHeader("X-Herald-Rows", Long.toString(rows)));
        if (!request.getMethod().equals("HEAD")) {
            export.writeTo(response.getOutputStream());
        }
    }
}
