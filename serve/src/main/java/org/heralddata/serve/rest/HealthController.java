package org.heralddata.serve.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.heralddata.jobs.JobsStatus;
import org.heralddata.jobs.request.Requests;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.query.CopyStatus;
import org.heralddata.query.DataService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the server can answer. */
@RestController
class HealthController {
    private final DataService data;
    private final ObjectProvider<Requests> requests;

    HealthController(DataService data, ObjectProvider<Requests> requests) {
        this.data = data;
        this.requests = requests;
    }

    /** Looks at the catalogue, so that a lost database is seen; folders that are not those of the database are told of, too. */
    @GetMapping(Api.HEALTH_PATH)
    ResponseEntity<Map<String, Object>> health() {
        CopyStatus copies = data.copies();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("status", "UP");
        told.put("collections", data.collections().size());
        told.put("copies", Map.of("tables", copies.tables(), "ready", copies.ready(), "problems", copies.problems()));
        Optional<Diagnostic> obstacle = Optional.ofNullable(requests.getIfAvailable())
                .flatMap(all -> all.jobs().obstacle());
        obstacle.ifPresent(problem -> {
            told.put("status", "DOWN");
            told.put("problem", problem.message());
            told.put("code", problem.code().id());
        });
        requests.ifAvailable(all -> told.put("jobs", jobs(all.jobs().status())));
        return ResponseEntity.status(obstacle.isEmpty() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .body(told);
    }

    /** Processes that work, what they may run at a time, what they do, and what waits. */
    private static Map<String, Object> jobs(JobsStatus status) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("workers", status.working());
        told.put("places", status.places());
        told.put("running", status.running());
        told.put("queued", status.queued());
        return told;
    }
}
