package org.heralddata.serve.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.heralddata.jobs.JobFollower;
import org.heralddata.jobs.JobNews;
import org.heralddata.jobs.request.RequestCode;
import org.heralddata.jobs.request.Requests;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Requests as they go on. A stream ends by itself once all of its requests have. */
@RestController
@ConditionalOnBean(Requests.class)
class RequestEventsController {
    private static final int MOST_IDS = 200;
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** Then it is to be asked for again, so that no connection stays for ever. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Requests requests;
    private final Listeners listeners;
    private final JsonMapper json;

    RequestEventsController(Requests requests, Listeners listeners, JsonMapper json) {
        this.requests = requests;
        this.listeners = listeners;
        this.json = json;
    }

    @GetMapping(Api.REQUEST_EVENTS)
    void one(@PathVariable("id") String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        stream(Set.of(requests.find(id).id()), request, response);
    }

    @GetMapping(Api.ALL_REQUEST_EVENTS)
    void many(
            @RequestParam(name = "ids", defaultValue = "") String ids,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Set<String> wanted = Arrays.stream(ids.split(",", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
        if (wanted.isEmpty() || wanted.size() > MOST_IDS) {
            throw new Refusal(
                    Diagnostic.error(RequestCode.BAD_REQUEST, "`ids` names %d requests".formatted(wanted.size()))
                            .helped("1 to %d, parted by commas".formatted(MOST_IDS)));
        }
        stream(wanted, request, response);
    }

    private void stream(Set<String> ids, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (Listeners.Listening _ = listeners.enter(request);
                JobFollower follower = requests.follow(ids)) {
            List<JobNews> first = follower.next(FIRST);
            var known = new RequestEvents(requests, json);
            known.take(first);
            boolean resumed = known.lastId().equals(request.getHeader("Last-Event-ID"));
            if (resumed && known.isOver()) {
                response.setStatus(HttpServletResponse.SC_NO_CONTENT); // by which EventSource stops asking
                return;
            }
            response.setContentType("text/event-stream;charset=UTF-8");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Accel-Buffering", "no"); // nginx would keep it
            OutputStream out = response.getOutputStream();
            out.write("retry: 2000\n\n".getBytes(StandardCharsets.UTF_8));
            go(resumed ? known : new RequestEvents(requests, json), resumed ? List.of() : first, follower, out);
        } catch (InterruptedException over) {
            // the listener has left, or the server ends: nobody is to be told
            Thread.currentThread().interrupt();
        }
    }

    private static void go(RequestEvents events, List<JobNews> first, JobFollower follower, OutputStream out)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        events.write(first, out);
        while (!events.isOver() && System.nanoTime() < end) {
            List<JobNews> news = follower.next(HEARTBEAT);
            if (news.isEmpty()) {
                out.write(": still here\n\n".getBytes(StandardCharsets.UTF_8));
                out.flush();
            } else {
                events.write(news, out);
            }
        }
    }
}
