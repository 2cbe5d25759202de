package org.heralddata.serve.client;

import jakarta.servlet.ServletRequest;

/**
 * Whether the client of one request still waits for its answer. When it does not, the thread of the request is interrupted,
 * which cancels its query. Safe for many threads.
 */
public final class Presence {
    private static final String PRESENCE = Presence.class.getName();

    private final Line line;
    private final Thread thread;
    private boolean watched;
    private boolean gone;

    private Presence(Line line, Thread thread) {
        this.line = line;
        this.thread = thread;
    }

    /** For the thread that calls. */
    static Presence of(ServletRequest request) {
        var line = (Line) request.getAttribute(LineValve.LINE);
        var presence = new Presence(line, Thread.currentThread());
        request.setAttribute(PRESENCE, presence);
        return presence;
    }

    /** Tells that nobody reads from the request any more, so that its connection may be watched. */
    public static void bodyIsRead(ServletRequest request) {
        if (request.getAttribute(PRESENCE) instanceof Presence presence) {
            presence.begin();
        }
    }

    /** True if the client of the request has left. */
    public static boolean isOver(ServletRequest request) {
        return request.getAttribute(PRESENCE) instanceof Presence presence && presence.isGone();
    }

    synchronized void begin() {
        watched = true;
    }

    synchronized void check() {
        if (watched && line.isClosed()) {
            watched = false;
            gone = true;
            thread.interrupt();
        }
    }

    /** Its connection cannot be watched. */
    synchronized void unwatch() {
        watched = false;
    }

    /** By the request's thread: it is not interrupted from now on. */
    synchronized void end() {
        watched = false;
        if (gone) {
            Thread.interrupted();
        }
    }

    private synchronized boolean isGone() {
        return gone;
    }
}
