package org.heralddata.serve.client;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;

/** The connection that a request came by. Not safe for many threads: not while another one reads the request's body. */
final class Line {
    private final Request request;
    private boolean failed;

    Line(Request request) {
        this.request = request;
    }

    /**
     * Tries to read without waiting; true if the client has closed the connection, or its sending half. What it reads of a
     * next request, Tomcat keeps for that. Never true on the first call.
     *
     * <p>Tomcat has no answer of its own for the end of a stream: it tells of one byte, over and over. A byte of a next
     * request is told of once.
     */
    boolean isClosed() {
        var bodyRead = new AtomicBoolean();
        request.action(ActionCode.REQUEST_BODY_FULLY_READ, bodyRead);
        if (!bodyRead.get()) {
            return false;
        }
        request.action(ActionCode.AVAILABLE, true);
        boolean before = failed;
        failed = request.getAvailable() == 1;
        return before && failed;
    }
}
