package org.heralddata.serve.rest;

import java.time.Duration;
import org.heralddata.jobs.request.Requests.Orderer;

/**
 * Who calls methods, alone or in a batch.
 *
 * @param server address of this server, without the last slash, as the caller is to use it
 * @param until  all calls together may wait, by {@link System#nanoTime}
 */
record RpcCaller(Orderer orderer, String server, long until) {
    /** As one call of the API. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** One whose calls begin now. */
    static RpcCaller now(Orderer orderer, String server) {
        return new RpcCaller(orderer, server, System.nanoTime() + PATIENCE.toNanos());
    }

    /** What is left for waiting of so many seconds; zero once the calls before have used it up. */
    Duration granted(long seconds) {
        long left = Math.max(0, until - System.nanoTime());
        Duration wished = Duration.ofSeconds(Math.min(PATIENCE.toSeconds(), seconds));
        return wished.toNanos() < left ? wished : Duration.ofNanos(left);
    }
}
