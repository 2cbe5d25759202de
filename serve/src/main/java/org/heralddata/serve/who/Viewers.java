package org.heralddata.serve.who;

import jakarta.servlet.http.HttpServletRequest;
import org.heralddata.model.access.Viewer;

/** Tells who asks. */
@FunctionalInterface
public interface Viewers {

    /** By headers Authorization or Cookie of the request; {@link Viewer#ANYONE} for somebody who has not shown who they are. */
    Viewer of(HttpServletRequest request);
}
