package org.heralddata.serve.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.request.Requests;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Requests that were shared, for reading. Their ids, by which they could be deleted, are not told. */
@RestController
@ConditionalOnBean(Requests.class)
class SharedRequestsController {
    private final Requests requests;
    private final RequestsApiController whole;

    SharedRequestsController(Requests requests, RequestsApiController whole) {
        this.requests = requests;
        this.whole = whole;
    }

    @GetMapping(Api.SHARED_REQUEST)
    Map<String, Object> one(@PathVariable("token") String token) {
        Job job = requests.life().readShared(token);
        return RequestAnswers.shared(job, token, requests);
    }

    @GetMapping(Api.SHARED_RESULT)
    ResponseEntity<?> result(@PathVariable("token") String token, HttpServletRequest request) {
        Job job = requests.life().readShared(token);
        return job.result(Requests.ARCHIVE).isPresent()
                ? whole.result(job.id(), request)
                : ResponseEntity.ok(RequestAnswers.shared(job, token, requests).get("files"));
    }

    @GetMapping(Api.SHARED_FILE)
    ResponseEntity<Resource> file(
            @PathVariable("token") String token, @PathVariable("name") String name, HttpServletRequest request) {
        return whole.file(requests.life().readShared(token).id(), name, request);
    }
}
