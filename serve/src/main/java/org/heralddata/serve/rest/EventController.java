package org.heralddata.serve.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.heralddata.query.DataService;
import org.heralddata.serve.event.Event;
import org.heralddata.serve.event.EventGroups;
import org.heralddata.serve.event.EventReader;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** One event of a table. */
@RestController
class EventController {
    private final DataService data;
    private final EventReader events;
    private final RequestReader reader;

    EventController(DataService data, EventReader events, RequestReader reader) {
        this.data = data;
        this.events = events;
        this.reader = reader;
    }

    @GetMapping(Api.ONE_EVENT)
    Map<String, @Nullable Object> event(
            @PathVariable("collection") String collection,
            @PathVariable("table") String table,
            @PathVariable("key") String key,
            HttpServletRequest request)
            throws IOException {
        Asked asked = reader.read(Api.EVENT, request);
        var ref = asked.table(collection, table);
        data.requireOpen(data.release(ref));
        Event event =
                events.read(ref, key, asked.where(), asked.count(Parameter.AT).orElse(null));
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("collection", ref.collection().value());
        told.put("release", event.release().name());
        told.put("table", table);
        told.put("uuid", event.values().get("uuid"));
        told.put("where", event.where());
        told.put("index", event.index());
        told.put("of", event.of());
        told.put("previous", event.previous());
        told.put("next", event.next());
        told.put("groups", EventGroups.of(event));
        told.put("stations", event.stations());
        return told;
    }
}
