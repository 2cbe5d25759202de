package org.heralddata.jobs.outbox;

/** Delivers by one channel. Safe for many threads. */
public interface Courier {

    /** Stable: what waits in the database names it. */
    String channel();

    /**
     * Delivers within a minute, on a virtual thread.
     *
     * @throws Undelivered if it could not be
     */
    void deliver(Parcel parcel) throws Undelivered, InterruptedException;
}
