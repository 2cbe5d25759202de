package org.heralddata.serve.portal;

import java.util.List;
import java.util.Map;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.DataService;
import org.heralddata.query.EventCount;
import org.heralddata.query.EventsRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One selection over the common events of all collections, side by side. */
@RestController
class EventsController {
    private static final long SAMPLE = 20;

    private final DataService data;
    private final Pages pages;

    EventsController(DataService data, Pages pages) {
        this.data = data;
        this.pages = pages;
    }

    @GetMapping("/events")
    ResponseEntity<String> events(
            @RequestParam(name = "where", defaultValue = "") String where,
            @RequestParam(name = "collections", defaultValue = "") List<String> collections,
            @RequestParam(name = "format", defaultValue = "csv") String format) {
        List<CollectionId> asked = collections.stream()
                .map(String::strip)
                .filter(c -> !c.isEmpty())
                .map(Requested::collection)
                .distinct()
                .toList();
        Events events = answer(where.strip(), asked, format);
        return pages.page(
                events.problem() == null ? HttpStatus.OK : HttpStatus.BAD_REQUEST,
                "events",
                Map.of("events", events, "json", Json.block(EventsJson.of(events))));
    }

    private Events answer(String where, List<CollectionId> asked, String format) {
        var all = data.collections();
        try {
            EventCount count = data.countEvents(new EventsRequest(where, asked, null));
            SampleRows rows = SampleRows.of(data, new EventsRequest(where, asked, SAMPLE));
            return new Events(where, asked, format, data.exportFormats(), all, count, rows, null);
        } catch (Refusal refusal) {
            return new Events(
                    where,
                    asked,
                    format,
                    data.exportFormats(),
                    all,
                    new EventCount(0, 0, List.of(), List.of()),
                    new SampleRows(List.of(), List.of()),
                    Problem.of(refusal));
        }
    }
}
