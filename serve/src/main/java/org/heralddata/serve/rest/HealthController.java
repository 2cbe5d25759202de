package org.heralddata.serve.rest;

import java.util.Map;
import org.heralddata.query.CopyStatus;
import org.heralddata.query.DataService;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the server can answer. */
@RestController
class HealthController {
    private final DataService data;

    HealthController(DataService data) {
        this.data = data;
    }

    /** Looks at the catalogue, so that a lost database is seen. */
    @GetMapping(Api.HEALTH_PATH)
    Map<String, Object> health() {
        CopyStatus copies = data.copies();
        return Map.of(
                "status",
                "UP",
                "collections",
                data.collections().size(),
                "copies",
                Map.of("tables", copies.tables(), "ready", copies.ready(), "problems", copies.problems()));
    }
}
