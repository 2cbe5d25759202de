package org.heralddata.serve.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.coverage.Moc;
import org.heralddata.model.coverage.MocFits;
import org.heralddata.model.coverage.MocJson;
import org.heralddata.model.coverage.MocText;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.DataService;
import org.heralddata.query.QueryCode;
import org.heralddata.query.TableRef;
import org.heralddata.query.sky.Coverages;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Where on the sky and when tables and collections have data, as multi-order coverage maps (MOC 2.0). */
@RestController
class CoverageController {
    private final DataService data;
    private final RequestReader reader;
    private final Coverages coverages;

    CoverageController(DataService data, RequestReader reader) {
        this.data = data;
        this.reader = reader;
        coverages = new Coverages(data);
    }

    @GetMapping(Api.TABLE_MOC)
    void table(
            @PathVariable("collection") String collection,
            @PathVariable("table") String name,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Asked asked = reader.read(Api.MOC, request);
        TableRef ref = asked.table(collection, name);
        Release release = data.release(ref);
        PublishedTable table = data.table(new TableRef(ref.collection(), name, release.name()));
        boolean time = isTime(asked);
        Optional<? extends Moc> moc = time ? coverages.time(release, table) : coverages.space(release, table);
        send(asked, moc, "the rows of `%s`".formatted(name), collection + "-" + name, release, request, response);
    }

    @GetMapping(Api.COLLECTION_MOC_PATH)
    void collection(
            @PathVariable("collection") String collection, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Asked asked = reader.read(Api.COLLECTION_MOC, request);
        Release release = data.release(asked.table(collection, ""));
        Optional<? extends Moc> moc = isTime(asked) ? coverages.time(release) : coverages.space(release);
        send(asked, moc, "the tables of `%s`".formatted(collection), collection, release, request, response);
    }

    private static boolean isTime(Asked asked) {
        return switch (asked.text(Parameter.AXIS).orElse("space")) {
            case "space" -> false;
            case "time" -> true;
            default -> throw Asked.bad(Parameter.AXIS, asked.needed(Parameter.AXIS), "space or time");
        };
    }

    private static void send(
            Asked asked,
            Optional<? extends Moc> moc,
            String whose,
            String name,
            Release release,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Moc map = moc.orElseThrow(() -> new Refusal(Diagnostic.error(
                QueryCode.NO_DIRECTION, whose + (isTime(asked) ? " have no times" : " have no directions"))));
        if (Caching.isKnown(new ServletWebRequest(request, response), List.of(release), asked)) {
            return;
        }
        String format = asked.text(Parameter.MOC_FORMAT).orElse("json");
        byte[] body = switch (format) {
            case "ascii" -> MocText.write(map).getBytes(StandardCharsets.US_ASCII);
            case "json" -> MocJson.write(map).getBytes(StandardCharsets.US_ASCII);
            case "fits" -> MocFits.write(map);
            default -> throw Asked.bad(Parameter.MOC_FORMAT, format, "ascii, json or fits");
        };
        response.setHeader("X-Herald-Release", release.name());
        switch (format) {
            case "ascii" -> response.setContentType("text/plain;charset=us-ascii");
            case "json" -> response.setContentType("application/json");
            default -> {
                response.setContentType("application/fits");
                response.setHeader(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("%s-%s-moc.fits".formatted(name, release.name()))
                                .build()
                                .toString());
            }
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
