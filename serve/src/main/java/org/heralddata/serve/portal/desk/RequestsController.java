package org.heralddata.serve.portal.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.request.FrozenRequest;
import org.heralddata.jobs.request.Requests;
import org.heralddata.jobs.request.Requests.Orderer;
import org.heralddata.model.access.Viewer;
import org.heralddata.query.DataService;
import org.heralddata.serve.node.Site;
import org.heralddata.serve.portal.Pages;
import org.heralddata.serve.viewer.CurrentViewer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Requests that somebody made. Whoever knows the id of one, which cannot be guessed, may see, cancel and delete it. */
@RestController
@ConditionalOnBean(Requests.class)
class RequestsController {
    private static final int MOST = 100;
    private static final Duration LONGER = Duration.ofDays(14);

    private final DataService data;
    private final Requests requests;
    private final Asker asker;
    private final Cites cites;
    private final Site site;
    private final Pages pages;

    RequestsController(DataService data, Requests requests, Asker asker, Cites cites, Site site, Pages pages) {
        this.data = data;
        this.requests = requests;
        this.asker = asker;
        this.cites = cites;
        this.site = site;
        this.pages = pages;
    }

    /** Those of the account, or else those whose ids are given. */
    @GetMapping("/requests")
    ResponseEntity<String> list(@RequestParam(name = "ids", defaultValue = "") String ids, HttpServletRequest request) {
        Viewer viewer = asker.viewer(request);
        String account = viewer.account();
        var jobs = new ArrayList<Job>();
        int older = 0;
        if (!ids.isBlank()) {
            Arrays.stream(ids.split(",", -1))
                    .map(String::strip)
                    .distinct()
                    .limit(MOST)
                    .flatMap(id -> requests.jobs().find(id).stream())
                    .filter(job -> job.kind().equals(Requests.KIND))
                    .forEach(jobs::add);
        } else if (account != null) {
            List<Job> all = requests.list(new Orderer(viewer, null)).reversed();
            older = Math.max(0, all.size() - MOST);
            jobs.addAll(all.subList(0, Math.min(MOST, all.size())));
        }
        List<RequestView> views = new LinkedHashSet<>(jobs)
                .stream()
                        .map(job -> RequestView.of(data, requests, job, viewer))
                        .toList();
        return pages.page(
                "requests",
                Map.of("requests", views, "older", older, "signedIn", account != null, "named", !ids.isBlank()));
    }

    @GetMapping("/requests/{id}")
    ResponseEntity<String> one(@PathVariable("id") String id, HttpServletRequest request) {
        if (id.startsWith(FrozenRequest.PREFIX)) {
            FrozenView meant = FrozenView.of(data, asker.meant(id));
            return pages.page("frozen", model(meant, request));
        }
        RequestView view = RequestView.of(data, requests, requests.find(id), asker.viewer(request));
        Map<String, Object> model = model(view.meant(), request);
        model.put("request", view);
        model.put("download", RequestTexts.download(view, site.url(request)));
        model.put("reading", view.mine() ? requests.life().shared(view.job()).orElse("") : "");
        return pages.page("request", model);
    }

    private Map<String, Object> model(FrozenView meant, HttpServletRequest request) {
        var model = new HashMap<String, Object>();
        model.put("meant", meant);
        model.put("cites", cites.of(meant.frozen(), request));
        model.put("site", site.url(request));
        model.put("snippets", RequestTexts.of(meant, site.url(request)));
        return model;
    }

    @PostMapping("/requests/{id}/cancel")
    ResponseEntity<Void> cancel(@PathVariable("id") String id) {
        requests.jobs().abort(requests.own(id, CurrentViewer.get()).id());
        return to("/requests/" + id);
    }

    @PostMapping("/requests/{id}/extend")
    ResponseEntity<Void> extend(@PathVariable("id") String id) {
        Job job = requests.own(id, CurrentViewer.get());
        Instant now = Instant.now();
        Instant from = job.destruction().isAfter(now) ? job.destruction() : now;
        requests.life().extend(job, from.plus(LONGER));
        return to("/requests/" + id);
    }

    /** Makes an address for reading only. */
    @PostMapping("/requests/{id}/share")
    ResponseEntity<Void> share(@PathVariable("id") String id) {
        requests.life().share(requests.own(id, CurrentViewer.get()));
        return to("/requests/" + id + "#share-title");
    }

    @PostMapping("/requests/{id}/unshare")
    ResponseEntity<Void> unshare(@PathVariable("id") String id) {
        requests.life().revoke(requests.own(id, CurrentViewer.get()));
        return to("/requests/" + id + "#share-title");
    }

    @PostMapping("/requests/{id}/delete")
    ResponseEntity<Void> delete(@PathVariable("id") String id) {
        requests.jobs().delete(requests.own(id, CurrentViewer.get()).id());
        return to("/requests");
    }

    private static ResponseEntity<Void> to(String page) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(page))
                .build();
    }
}
