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
import org.heralddata.model.files.FileCollection;
import org.heralddata.query.DataService;
import org.heralddata.query.QueryCode;
import org.heralddata.query.TableRef;
import org.heralddata.query.files.FileService;
import org.heralddata.query.publication.PublishedFiles;
import org.heralddata.query.sky.Coverages;
import org.heralddata.query.sky.FileCoverages;
import org.jspecify.annotations.Nullable;
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
    private final FileService files;
    private final FileCoverages fileCoverages;
    private final RequestReader reader;
    private final Coverages coverages;

    CoverageController(DataService data, FileService files, RequestReader reader) {
        this.data = data;
        this.files = files;
        fileCoverages = new FileCoverages(files);
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
        data.requireOpen(release, name);
        Optional<? extends Moc> moc = switch (axis(asked)) {
            case SPACE -> coverages.space(release, table);
            case TIME -> coverages.time(release, table);
            case SPACETIME -> coverages.spaceTime(release, table);
        };
        var what = new What("the rows of `%s`".formatted(name), collection + "-" + name, release.name());
        Moc map = known(asked, moc, what);
        if (!Caching.isKnown(new ServletWebRequest(request, response), List.of(release), asked)) {
            send(asked, map, what, response);
        }
    }

    @GetMapping(Api.COLLECTION_MOC_PATH)
    void collection(
            @PathVariable("collection") String collection, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Asked asked = reader.read(Api.COLLECTION_MOC, request);
        Optional<FileCollection> alone = alone(collection);
        if (alone.isPresent()) {
            files(alone.get(), asked, response);
            return;
        }
        Release release = data.release(asked.table(collection, ""));
        data.requireOpen(release);
        Optional<? extends Moc> moc = switch (axis(asked)) {
            case SPACE -> coverages.space(release);
            case TIME -> coverages.time(release);
            case SPACETIME -> coverages.spaceTime(release);
        };
        var what = new What("the tables of `%s`".formatted(collection), collection, release.name());
        Moc map = known(asked, moc, what);
        if (!Caching.isKnown(new ServletWebRequest(request, response), List.of(release), asked)) {
            send(asked, map, what, response);
        }
    }

    /** A collection of files without releases. */
    private Optional<FileCollection> alone(String collection) {
        return files.published().stream()
                .map(PublishedFiles::files)
                .filter(c -> c.about().id().value().equals(collection))
                .findFirst();
    }

    /** Files may change: nothing is said of how long the answer holds. */
    private void files(FileCollection collection, Asked asked, HttpServletResponse response) throws IOException {
        FileCoverages.FileCoverage coverage =
                fileCoverages.of(files.collection(collection.about().id()));
        Optional<? extends Moc> moc = switch (axis(asked)) {
            case SPACE -> coverage.space();
            case TIME -> coverage.time();
            case SPACETIME -> coverage.both();
        };
        String id = collection.about().id().value();
        var what = new What("the files of `%s`".formatted(id), id, null);
        send(asked, known(asked, moc, what), what, response);
    }

    private enum Axis {
        SPACE,
        TIME,
        SPACETIME
    }

    /**
     * Whose map it is.
     *
     * @param release null of files without one
     */
    private record What(String words, String name, @Nullable String release) {}

    private static Axis axis(Asked asked) {
        return switch (asked.text(Parameter.AXIS).orElse("space")) {
            case "space" -> Axis.SPACE;
            case "time" -> Axis.TIME;
            case "spacetime" -> Axis.SPACETIME;
            default -> throw Asked.bad(Parameter.AXIS, asked.needed(Parameter.AXIS), "space, time or spacetime");
        };
    }

    private static Moc known(Asked asked, Optional<? extends Moc> moc, What what) {
        return moc.orElseThrow(() -> new Refusal(Diagnostic.error(
                QueryCode.NO_DIRECTION,
                what.words
                        + switch (axis(asked)) {
                            case SPACE -> " have no directions";
                            case TIME -> " have no times";
                            case SPACETIME -> " have no directions with times";
                        })));
    }

    private static void send(Asked asked, Moc map, What what, HttpServletResponse response) throws IOException {
        String format = asked.text(Parameter.MOC_FORMAT).orElse("json");
        byte[] body = switch (format) {
            case "ascii" -> MocText.write(map).getBytes(StandardCharsets.US_ASCII);
            case "json" -> MocJson.write(map).getBytes(StandardCharsets.US_ASCII);
            case "fits" -> MocFits.write(map);
            default -> throw Asked.bad(Parameter.MOC_FORMAT, format, "ascii, json or fits");
        };
        if (what.release != null) {
            response.setHeader("X-Herald-Release", what.release);
        }
        switch (format) {
            case "ascii" -> response.setContentType("text/plain;charset=us-ascii");
            case "json" -> response.setContentType("application/json");
            default -> {
                response.setContentType("application/fits");
                response.setHeader(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("%s-moc.fits"
                                        .formatted(what.release == null ? what.name : what.name + "-" + what.release))
                                .build()
                                .toString());
            }
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
