package org.heralddata.serve.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.Export;
import org.heralddata.query.ExportForm;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Chooses the format of rows and sends them as they come. */
final class Downloads {
    private static final Set<String> SHOWN = Set.of("json", "csv", "tsv");

    /** A media type in {@code Accept} and the format that it asks for. */
    private record Known(MediaType type, String format) {
        Known(String type, String format) {
            this(MediaType.parseMediaType(type), format);
        }

        /** A type with parameters is meant only where they are given. */
        boolean isMeantBy(MediaType wanted) {
            return wanted.includes(type)
                    && wanted.getParameters()
                            .entrySet()
                            .containsAll(type.getParameters().entrySet());
        }
    }

    private static final List<Known> KNOWN = List.of(
            new Known("application/json", "json"),
            new Known("text/csv", "csv"),
            new Known("text/tab-separated-values", "tsv"),
            new Known("application/x-votable+xml", "votable"),
            new Known("application/fits", "fits"),
            new Known("application/x-hdf5", "hdf5"),
            new Known("application/x-root;class=rntuple", "rntuple"),
            new Known("application/x-root", "root"),
            new Known("application/vnd.apache.parquet", "parquet"));

    private Downloads() {}

    /** The form asked for: the format, and what is chosen of it. */
    static ExportForm form(Asked asked, HttpServletRequest request) {
        return new ExportForm(format(asked, request), asked.choices());
    }

    /** The format asked for by name, else the first that the {@code Accept} header takes, JSON before others. */
    private static String format(Asked asked, HttpServletRequest request) {
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
                for (Known known : KNOWN) {
                    if (known.isMeantBy(wanted)) {
                        return known.format();
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
                .helped("name one by `format`: "
                        + KNOWN.stream().map(Known::format).collect(Collectors.joining(", "))));
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
