package org.heralddata.serve.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.JobResult;
import org.heralddata.jobs.Phase;
import org.heralddata.jobs.request.FrozenRequest;
import org.heralddata.jobs.request.Notify;
import org.heralddata.jobs.request.RequestCode;
import org.heralddata.jobs.request.RequestJson;
import org.heralddata.jobs.request.Requests;
import org.heralddata.jobs.request.Requests.Offer;
import org.heralddata.jobs.request.Requests.Order;
import org.heralddata.jobs.request.Requests.Orderer;
import org.heralddata.model.access.Viewer;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.serve.viewer.CurrentViewer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Data requests. Whoever knows the id of one, which cannot be guessed, may see it, cancel and delete it if its owner has no account, and
 * have its result if all of its data are open to everyone.
 */
@RestController
@ConditionalOnBean(Requests.class)
class RequestsApiController {
    private static final Duration MOST_WAIT = Duration.ofSeconds(60);
    private static final int MOST_IDS = 200;

    private final Requests requests;
    private final RequestReader reader;

    RequestsApiController(Requests requests, RequestReader reader) {
        this.requests = requests;
        this.reader = reader;
    }

    @PostMapping(Api.ALL_REQUESTS)
    ResponseEntity<Map<String, Object>> order(HttpServletRequest request) throws IOException {
        JsonNode body = reader.body(request);
        Order order = requests.order(
                RequestJson.read(RequestAnswers.withoutTitle(body)),
                new Orderer(CurrentViewer.get(), request.getRemoteAddr()),
                RequestAnswers.title(body),
                Notify.read(body.get(Notify.MEMBER)));
        return ResponseEntity.created(
                        URI.create(Api.ALL_REQUESTS + "/" + order.job().id()))
                .body(RequestAnswers.of(order, requests));
    }

    @PostMapping(Api.REQUEST_ESTIMATE)
    Map<String, Object> estimate(HttpServletRequest request) throws IOException {
        JsonNode body = reader.body(request);
        var orderer = new Orderer(CurrentViewer.get(), request.getRemoteAddr());
        Offer offer = requests.offer(RequestJson.read(RequestAnswers.withoutTitle(body)), orderer.viewer());
        return RequestEstimate.of(offer, orderer, requests);
    }

    @GetMapping(Api.ALL_REQUESTS)
    Map<String, Object> list(@RequestParam(name = "ids", defaultValue = "") String ids) {
        Viewer viewer = CurrentViewer.get();
        if (ids.isBlank() && viewer.account() != null) {
            List<Job> own = requests.list(new Orderer(viewer, null));
            return Map.of(
                    "requests",
                    own.stream().map(job -> RequestAnswers.of(job, requests)).toList());
        }
        List<String> wanted = Arrays.stream(ids.split(",", -1))
                .filter(id -> !id.isBlank())
                .limit(MOST_IDS)
                .toList();
        var found = new ArrayList<Map<String, Object>>();
        for (String id : wanted) {
            requests.jobs()
                    .find(id.strip())
                    .filter(job -> job.kind().equals(Requests.KIND))
                    .ifPresent(job -> found.add(RequestAnswers.of(job, requests)));
        }
        return Map.of("requests", found);
    }

    @GetMapping(Api.ONE_REQUEST)
    Map<String, Object> one(
            @PathVariable("id") String id, @RequestParam(name = "wait", defaultValue = "0") long seconds)
            throws InterruptedException {
        if (id.startsWith(FrozenRequest.PREFIX)) {
            return RequestAnswers.of(requests.frozen(id).orElseThrow(() -> RequestAnswers.unknown(id)));
        }
        Job job = requests.find(id);
        if (seconds > 0 && job.phase().isActive()) {
            Duration patience = Duration.ofSeconds(Math.min(seconds, MOST_WAIT.toSeconds()));
            job = requests.jobs().await(id, job.phase(), patience);
        }
        return RequestAnswers.of(job, requests);
    }

    @DeleteMapping(Api.ONE_REQUEST)
    ResponseEntity<Void> delete(@PathVariable("id") String id) {
        requests.jobs().delete(requests.own(id, CurrentViewer.get()).id());
        return ResponseEntity.noContent().build();
    }

    @PostMapping(Api.REQUEST_CANCEL)
    Map<String, Object> cancel(@PathVariable("id") String id) {
        return RequestAnswers.of(
                requests.jobs().abort(requests.own(id, CurrentViewer.get()).id()), requests);
    }

    /** The archive; of a package without one, the list of its files. */
    @GetMapping(Api.REQUEST_RESULT)
    ResponseEntity<?> result(@PathVariable("id") String id, HttpServletRequest request) {
        Job job = finished(id);
        return job.result(Requests.ARCHIVE).isPresent()
                ? file(id, Requests.ARCHIVE, request)
                : ResponseEntity.ok(RequestAnswers.of(job, requests).get("files"));
    }

    @GetMapping(Api.REQUEST_FILE)
    ResponseEntity<Resource> file(
            @PathVariable("id") String id, @PathVariable("name") String name, HttpServletRequest request) {
        Job job = finished(id);
        requests.requireResult(job, CurrentViewer.get());
        JobResult result = job.result(name).orElseThrow(() -> {
            List<String> names = job.results().stream().map(JobResult::name).toList();
            return new Refusal(Diagnostic.error(RequestCode.NO_REQUEST, "the package has no file `%s`".formatted(name))
                    .helped("files: " + String.join(", ", names)));
        });
        String path = result.path();
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(result.mediaType()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(path.substring(path.lastIndexOf('/') + 1))
                                .build()
                                .toString());
        return WholeOrPart.of(
                requests.jobs().file(job, result),
                result.bytes(),
                String.valueOf(result.notes().get(Requests.SHA256)),
                answer,
                request);
    }

    private Job finished(String id) {
        return finished(requests.find(id));
    }

    /** Refuses one of which there is no package. */
    static Job finished(Job job) {
        if (job.phase() != Phase.COMPLETED) {
            throw new Refusal(Diagnostic.error(
                            RequestCode.NOT_READY,
                            "the request is %s".formatted(RequestState.of(job).label()))
                    .helped(
                            job.phase().isActive()
                                    ? "ask for its state, with `wait=60` to be told when it changes"
                                    : "order it again: the same data will be given"));
        }
        return job;
    }
}
