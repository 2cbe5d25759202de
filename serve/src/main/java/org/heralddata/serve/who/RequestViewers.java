package org.heralddata.serve.who;

import jakarta.servlet.http.HttpServletRequest;
import org.heralddata.model.access.Viewer;
import org.springframework.stereotype.Component;

/** As the gate found out. */
@Component
class RequestViewers implements Viewers {

    @Override
    public Viewer of(HttpServletRequest request) {
        return Caller.of(request).viewer();
    }
}
