package org.heralddata.serve.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.Release;
import org.heralddata.query.DataService;
import org.heralddata.query.EventCount;
import org.heralddata.query.EventsRequest;
import org.heralddata.query.Export;
import org.heralddata.query.ExportForm;
import org.heralddata.query.SkyMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** One selection over the common events of many collections. */
@RestController
class EventsApiController {
    private static final int SKY_ORDER = 5;

    private final DataService data;
    private final RequestReader reader;
    private final CubeQuestions questions;

    EventsApiController(DataService data, RequestReader reader, CubeQuestions questions) {
        this.questions = questions;
        this.data = data;
        this.reader = reader;
    }

    @RequestMapping(
            path = Api.ALL_EVENTS,
            method = {RequestMethod.GET, RequestMethod.POST})
    void events(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Asked asked = reader.read(Api.EVENTS, request);
        EventsRequest events = events(asked);
        if (Caching.isKnown(new ServletWebRequest(request, response), releases(events), asked)) {
            return;
        }
        ExportForm form = Downloads.form(asked, request);
        try (Export export = data.exportEvents(events, form)) {
            Downloads.send(export, form.format(), request, response);
        }
    }

    @RequestMapping(
            path = Api.ALL_EVENTS_COUNT,
            method = {RequestMethod.GET, RequestMethod.POST})
    @Nullable
    EventCount count(HttpServletRequest request, ServletWebRequest exchange) throws IOException {
        Asked asked = reader.read(Api.EVENTS_COUNT, request);
        EventsRequest events = events(asked);
        return Caching.isKnown(exchange, releases(events), asked) ? null : data.countEvents(events);
    }

    @RequestMapping(
            path = Api.ALL_EVENTS_SKY,
            method = {RequestMethod.GET, RequestMethod.POST})
    @Nullable
    SkyMap sky(HttpServletRequest request, ServletWebRequest exchange) throws IOException {
        Asked asked = reader.read(Api.EVENTS_SKY, request);
        EventsRequest events = events(asked);
        return Caching.isKnown(exchange, releases(events), asked)
                ? null
                : data.eventSkyMap(events, asked.small(Parameter.SKY_ORDER, SKY_ORDER));
    }

    @RequestMapping(
            path = Api.ALL_EVENTS_CUBES,
            method = {RequestMethod.GET, RequestMethod.POST})
    @Nullable
    ResponseEntity<byte[]> cubes(HttpServletRequest request, ServletWebRequest exchange) throws IOException {
        Asked asked = reader.read(Api.EVENTS_CUBES, request);
        EventsRequest events = events(asked);
        boolean sampled = CubesController.isSampled(asked);
        if (!sampled && Caching.isKnown(exchange, releases(events), asked)) {
            return null;
        }
        return CubesController.answer(data.eventCubes(events, questions.read(asked, sampled)), asked, request);
    }

    private static EventsRequest events(Asked asked) {
        List<CollectionId> collections = asked.list(Parameter.COLLECTIONS).stream()
                .map(Asked::collection)
                .toList();
        return new EventsRequest(
                asked.where(), collections, asked.count(Parameter.LIMIT).orElse(null));
    }

    private List<Release> releases(EventsRequest events) {
        return events.collections().isEmpty()
                ? data.collections()
                : events.collections().stream().map(data::latest).toList();
    }
}
