package org.heralddata.serve.portal.desk;

import jakarta.servlet.http.HttpServletRequest;
import org.heralddata.jobs.request.FrozenRequest;
import org.heralddata.jobs.request.RequestCode;
import org.heralddata.jobs.request.Requests;
import org.heralddata.jobs.request.Requests.Orderer;
import org.heralddata.model.access.Viewer;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.serve.who.Viewers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.stereotype.Component;

/** Who is at the desk, and what they name. */
@Component
@ConditionalOnBean(Requests.class)
class Asker {
    private final Requests requests;
    private final ObjectProvider<Viewers> viewers;

    Asker(Requests requests, ObjectProvider<Viewers> viewers) {
        this.requests = requests;
        this.viewers = viewers;
    }

    Viewer viewer(HttpServletRequest request) {
        Viewers known = viewers.getIfAvailable();
        return known == null ? Viewer.ANYONE : known.of(request);
    }

    Orderer orderer(HttpServletRequest request) {
        return new Orderer(viewer(request), request.getRemoteAddr());
    }

    /** What an identifier, or the id of a request, stands for. */
    FrozenRequest meant(String name) {
        if (name.startsWith(FrozenRequest.PREFIX)) {
            return requests.frozen(name)
                    .orElseThrow(() -> new Refusal(Diagnostic.error(
                            RequestCode.NO_REQUEST, "no request has the identifier `%s`".formatted(name))));
        }
        return Requests.of(requests.find(name));
    }
}
