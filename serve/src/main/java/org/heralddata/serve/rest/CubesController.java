package org.heralddata.serve.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.heralddata.query.DataService;
import org.heralddata.query.TableRef;
import org.heralddata.query.cube.PackedCubes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Cubes for linked views, as arrays for pages or as JSON for people. Null where the client has the answer. */
@RestController
class CubesController {
    private static final String ARRAYS = "application/vnd.herald.cubes";

    private final DataService data;
    private final RequestReader reader;
    private final CubeQuestions questions;

    CubesController(DataService data, RequestReader reader, CubeQuestions questions) {
        this.data = data;
        this.reader = reader;
        this.questions = questions;
    }

    @RequestMapping(
            path = Api.TABLE_CUBES,
            method = {RequestMethod.GET, RequestMethod.POST})
    @Nullable
    ResponseEntity<byte[]> cubes(
            @PathVariable("collection") String collection,
            @PathVariable("table") String table,
            HttpServletRequest request,
            ServletWebRequest exchange)
            throws IOException {
        Asked asked = reader.read(Api.CUBES, request);
        TableRef ref = asked.table(collection, table);
        boolean sampled = isSampled(asked);
        if (!sampled && Caching.isKnown(exchange, List.of(data.release(ref)), asked)) {
            return null;
        }
        return answer(data.cubes(ref, questions.read(asked, sampled)), asked, request);
    }

    /** Whether a sample will do; it may be replaced by all rows, so nobody is to keep it. */
    static boolean isSampled(Asked asked) {
        return asked.text(Parameter.SAMPLED).filter("true"::equals).isPresent();
    }

    static ResponseEntity<byte[]> answer(PackedCubes cubes, Asked asked, HttpServletRequest request) {
        String accept = String.valueOf(request.getHeader("Accept"));
        String form = asked.text(Parameter.CUBE_FORM)
                .orElse(accept.contains("json") && !accept.contains(ARRAYS) ? "json" : "arrays");
        return switch (form) {
            case "json" ->
                ResponseEntity.ok()
                        .header("Content-Type", "application/json")
                        .body(cubes.json().getBytes(StandardCharsets.UTF_8));
            case "arrays" -> {
                boolean gzip =
                        String.valueOf(request.getHeader("Accept-Encoding")).contains("gzip");
                var answer = ResponseEntity.ok().header("Content-Type", ARRAYS);
                yield gzip ? answer.header("Content-Encoding", "gzip").body(cubes.gzip()) : answer.body(cubes.bytes());
            }
            default -> throw Asked.bad(Parameter.CUBE_FORM, form, "`arrays` or `json`");
        };
    }
}
