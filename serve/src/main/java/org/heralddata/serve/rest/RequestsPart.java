package org.heralddata.serve.rest;

import org.heralddata.jobs.request.Requests;
import org.heralddata.serve.ServedPart;
import org.springframework.context.support.GenericApplicationContext;

/** Data requests as a part of a server. */
public record RequestsPart(Requests requests) implements ServedPart {

    @Override
    public void addTo(GenericApplicationContext beans) {
        beans.registerBean(Requests.class, () -> requests);
    }
}
