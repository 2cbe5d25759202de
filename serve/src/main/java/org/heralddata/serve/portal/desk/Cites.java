package org.heralddata.serve.portal.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.heralddata.jobs.request.FrozenRequest;
import org.heralddata.jobs.request.RequestPart;
import org.heralddata.query.DataService;
import org.heralddata.serve.fair.BibTex;
import org.heralddata.serve.fair.Citation;
import org.heralddata.serve.fair.Dataset;
import org.heralddata.serve.node.Site;
import org.springframework.stereotype.Component;

/** How to cite what a request is of. */
@Component
class Cites {
    private final DataService data;
    private final Site site;

    Cites(DataService data, Site site) {
        this.data = data;
        this.site = site;
    }

    /** One for each release, in the order of the parts. */
    List<Cite> of(FrozenRequest frozen, HttpServletRequest request) {
        return frozen.request().parts().stream()
                .flatMap(part -> dataset(part, request).stream())
                .distinct()
                .map(dataset -> new Cite(Citation.of(dataset), BibTex.of(dataset)))
                .distinct()
                .toList();
    }

    private Optional<Dataset> dataset(RequestPart part, HttpServletRequest request) {
        return data.published().stream()
                .filter(c -> c.id().equals(part.collection()))
                .flatMap(c -> c.release(String.valueOf(part.release())).stream()
                        .map(r -> new Dataset(c, r, false, site.node(), site.url(request), data.exportFormats())))
                .findFirst();
    }
}
