package org.heralddata.serve.portal.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.request.Requests;
import org.heralddata.model.access.Viewer;
import org.heralddata.query.DataService;
import org.heralddata.serve.node.Site;
import org.heralddata.serve.portal.Pages;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The page of a request that somebody shared, for reading. */
@RestController
@ConditionalOnBean(Requests.class)
class SharedController {
    private final DataService data;
    private final Requests requests;
    private final Cites cites;
    private final Site site;
    private final Pages pages;

    SharedController(DataService data, Requests requests, Cites cites, Site site, Pages pages) {
        this.data = data;
        this.requests = requests;
        this.cites = cites;
        this.site = site;
        this.pages = pages;
    }

    @GetMapping("/requests/shared/{token}")
    ResponseEntity<String> one(@PathVariable("token") String token, HttpServletRequest request) {
        Job job = requests.life().readShared(token);
        // everybody sees the same: what is shared is open to all
        RequestView view = RequestView.of(data, requests, job, Viewer.ANYONE);
        var model = new HashMap<String, Object>();
        model.put("shared", new SharedView(view, token));
        model.put("meant", view.meant());
        model.put("cites", cites.of(view.meant().frozen(), request));
        model.put("site", site.url(request));
        model.put("snippets", RequestTexts.of(view.meant(), site.url(request)));
        return pages.page("shared", model);
    }
}
