package org.heralddata.serve.portal.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.heralddata.jobs.request.DataRequest;
import org.heralddata.jobs.request.FrozenRequest;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.query.DataService;
import org.heralddata.serve.fair.BibTex;
import org.heralddata.serve.fair.Citation;
import org.heralddata.serve.fair.Dataset;
import org.heralddata.serve.node.Site;
import org.jspecify.annotations.Nullable;
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

    /** One for each release, in the order of the parts, those of common events last. */
    List<Cite> of(FrozenRequest frozen, HttpServletRequest request) {
        DataRequest meant = frozen.request();
        return Stream.concat(
                        meant.parts().stream()
                                .flatMap(part -> dataset(part.collection(), part.release(), request).stream()),
                        meant.events().stream()
                                .flatMap(part -> part.collections().stream()
                                        .flatMap(id ->
                                                dataset(id, part.releases().get(id), request).stream())))
                .distinct()
                .map(dataset -> new Cite(Citation.of(dataset), BibTex.of(dataset)))
                .distinct()
                .toList();
    }

    private Optional<Dataset> dataset(CollectionId id, @Nullable String release, HttpServletRequest request) {
        return data.published().stream()
                .filter(c -> c.id().equals(id))
                .flatMap(c -> c.release(String.valueOf(release)).stream()
                        .map(r -> new Dataset(c, r, false, site.node(), site.url(request), data.exportFormats())))
                .findFirst();
    }
}
