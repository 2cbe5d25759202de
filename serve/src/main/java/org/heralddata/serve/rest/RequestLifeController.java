package org.heralddata.serve.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.request.FrozenRequest;
import org.heralddata.jobs.request.RequestCode;
import org.heralddata.jobs.request.RequestLife;
import org.heralddata.jobs.request.Requests;
import org.heralddata.jobs.request.Requests.Orderer;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.serve.viewer.CurrentViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What owners do with their requests after they ordered them. */
@RestController
@ConditionalOnBean(Requests.class)
class RequestLifeController {
    private static final String SAME = "same";
    private static final String NEWEST = "newest";
    private static final long MOST_DAYS = 36_500;

    private final Requests requests;
    private final RequestLife life;
    private final RequestReader reader;

    RequestLifeController(Requests requests, RequestReader reader) {
        this.requests = requests;
        this.life = requests.life();
        this.reader = reader;
    }

    @PostMapping(Api.REQUEST_EXTEND)
    Map<String, Object> extend(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        Instant wished = wished(reader.optionalBody(request));
        return RequestAnswers.of(life.extend(own(id), wished), requests);
    }

    @PostMapping(Api.REQUEST_RESUBMIT)
    ResponseEntity<Map<String, Object>> resubmit(@PathVariable("id") String id, HttpServletRequest request)
            throws IOException {
        boolean newest = newest(reader.optionalBody(request).path("release").asString(SAME));
        Job job = life.resubmit(requests.find(id), newest, orderer(request));
        return ResponseEntity.created(URI.create(Api.ALL_REQUESTS + "/" + job.id()))
                .body(RequestAnswers.of(job, requests));
    }

    /** Of a request, or of an identifier. */
    @GetMapping(Api.REQUEST_TEMPLATE)
    ObjectNode template(
            @PathVariable("id") String id, @RequestParam(name = "release", defaultValue = SAME) String release) {
        if (id.startsWith(FrozenRequest.PREFIX)) {
            FrozenRequest frozen = requests.frozen(id).orElseThrow(() -> RequestAnswers.unknown(id));
            return RequestLife.template(frozen, newest(release), null);
        }
        Job job = requests.find(id);
        return RequestLife.template(Requests.of(job), newest(release), job.runId());
    }

    @PostMapping(Api.REQUEST_RENAME)
    Map<String, Object> rename(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        String title = RequestAnswers.title(reader.body(request));
        return RequestAnswers.of(life.rename(own(id), title), requests);
    }

    @PostMapping(Api.REQUEST_SHARE)
    Map<String, Object> share(@PathVariable("id") String id) {
        return shared(life.share(own(id)));
    }

    @GetMapping(Api.REQUEST_SHARE)
    Map<String, Object> shared(@PathVariable("id") String id, HttpServletRequest request) {
        return shared(life.shared(own(id))
                .orElseThrow(() -> new Refusal(Diagnostic.error(RequestCode.NO_SHARE, "the request is not shared")
                        .helped("POST shares it"))));
    }

    @DeleteMapping(Api.REQUEST_SHARE)
    ResponseEntity<Void> revoke(@PathVariable("id") String id) {
        life.revoke(own(id));
        return ResponseEntity.noContent().build();
    }

    private Job own(String id) {
        return requests.own(id, CurrentViewer.get());
    }

    private static Orderer orderer(HttpServletRequest request) {
        return new Orderer(CurrentViewer.get(), request.getRemoteAddr());
    }

    private static Map<String, Object> shared(String token) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("token", token);
        told.put("href", Api.SHARED_REQUESTS + "/" + token);
        told.put("page", "/requests/shared/" + token);
        return told;
    }

    /** Null if nothing is wished for. */
    private static @Nullable Instant wished(JsonNode body) {
        JsonNode days = body.get("days");
        JsonNode expires = body.get("expires");
        try {
            if (days != null && days.isIntegralNumber() && days.longValue() > 0 && days.longValue() < MOST_DAYS) {
                return Instant.now().plus(Duration.ofDays(days.longValue()));
            }
            if (days == null && expires != null && expires.isString()) {
                return Instant.parse(expires.stringValue());
            }
        } catch (DateTimeException malformed) {
            throw wrong(malformed);
        }
        if (days != null || expires != null) {
            throw wrong(null);
        }
        return null;
    }

    private static Refusal wrong(@Nullable Exception cause) {
        Diagnostic told = Diagnostic.error(RequestCode.BAD_REQUEST, "that is no time to keep a request until")
                .helped(
                        "{\"days\": 30} from now, or {\"expires\": \"2027-01-31T00:00:00Z\"}; nothing for the usual time");
        return cause == null ? new Refusal(told) : new Refusal(told, cause);
    }

    private static boolean newest(String release) {
        return switch (release) {
            case SAME -> false;
            case NEWEST -> true;
            default ->
                throw new Refusal(Diagnostic.error(RequestCode.BAD_REQUEST, "`release` is `%s`".formatted(release))
                        .helped("`same` for those of the first time, or `newest`"));
        };
    }
}
