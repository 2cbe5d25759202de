package org.heralddata.serve.portal.event;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Vector;
import org.heralddata.query.DataService;
import org.heralddata.query.QueryCode;
import org.heralddata.query.RowStream;
import org.heralddata.query.RowsRequest;
import org.heralddata.query.TableRef;
import org.heralddata.serve.event.Event;
import org.heralddata.serve.event.EventCode;
import org.heralddata.serve.event.EventReader;
import org.heralddata.serve.node.Site;
import org.heralddata.serve.portal.Addresses;
import org.heralddata.serve.portal.Json;
import org.heralddata.serve.portal.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page of one event, and the way from a place in a selection to it. */
@RestController
class EventPageController {
    private final DataService data;
    private final EventReader events;
    private final Site site;
    private final Pages pages;

    EventPageController(DataService data, EventReader events, Site site, Pages pages) {
        this.data = data;
        this.events = events;
        this.site = site;
        this.pages = pages;
    }

    @GetMapping("/collections/{collection}/{table}/events/{key}")
    ResponseEntity<String> event(
            @PathVariable("collection") String collection,
            @PathVariable("table") String table,
            @PathVariable("key") String key,
            @RequestParam(name = "where", defaultValue = "") String where,
            @RequestParam(name = "at", required = false) @Nullable Long at,
            @RequestParam(name = "release", required = false) @Nullable String release,
            HttpServletRequest request) {
        TableRef ref = ref(collection, table, release);
        data.requireOpen(data.release(ref));
        Event event = events.read(ref, key, where.strip(), at == null || at < 0 ? null : at);
        boolean newest =
                data.latest(ref.collection()).name().equals(event.release().name());
        var page = new EventPage(event, newest, site.url(request));
        return pages.page("event", Map.of("page", page, "json", Json.block(page.drawn())));
    }

    /** The event at a place of a selection, from 0. */
    @GetMapping("/collections/{collection}/{table}/events")
    ResponseEntity<Void> at(
            @PathVariable("collection") String collection,
            @PathVariable("table") String table,
            @RequestParam(name = "where", defaultValue = "") String where,
            @RequestParam(name = "at", defaultValue = "0") long at,
            @RequestParam(name = "release", required = false) @Nullable String release) {
        TableRef ref = ref(collection, table, release);
        String uuid = uuid(ref, where.strip(), Math.max(0, at));
        var to = new StringBuilder(Addresses.shop(ref.collection(), table) + "/events/" + uuid + "?at=" + at);
        if (!where.isBlank()) {
            to.append("&where=").append(Addresses.encoded(where));
        }
        if (release != null && !release.isBlank()) {
            to.append("&release=").append(Addresses.encoded(release));
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(to.toString()))
                .build();
    }

    private String uuid(TableRef ref, String where, long at) {
        try (RowStream rows = data.rows(ref, new RowsRequest(where, List.of("uuid"), List.of(), 1L, at))) {
            var batch = rows.next();
            String uuid = batch != null && batch.vectors().getFirst() instanceof Vector.Strings strings
                    ? strings.values()[0]
                    : null;
            if (uuid != null) {
                return uuid;
            }
        }
        throw new Refusal(
                Diagnostic.error(EventCode.NO_EVENT, "the selection has no event number %d".formatted(at + 1)));
    }

    private static TableRef ref(String collection, String table, @Nullable String release) {
        if (!CollectionId.FORM.matcher(collection).matches()) {
            throw new Refusal(
                    Diagnostic.error(QueryCode.NO_COLLECTION, "there is no collection `%s`".formatted(collection)));
        }
        return new TableRef(new CollectionId(collection), table, release == null || release.isBlank() ? null : release);
    }
}
