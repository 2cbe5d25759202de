package org.heralddata.store.database;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Has a server that ended under its users started again: a few times, with pauses that double. Safe for many threads. */
final class Reviver implements AutoCloseable {
    /** Tries after one loss. */
    static final int MOST = 6;

    private static final Logger LOG = System.getLogger(Reviver.class.getName());

    /** The server to be started. */
    interface Server {
        /** Whether it answers now, or soon as it is starting. */
        boolean answers(Duration patience) throws IOException;

        /** Asks for its start, if it does not run. */
        void askToStart() throws IOException;

        /** Where it tells why it does not start. */
        String log();
    }

    private final Server server;
    private final Duration first;
    private final AtomicReference<@Nullable Thread> working = new AtomicReference<>();
    private volatile boolean closed;

    /** @param first pause after the first try */
    Reviver(Server server, Duration first) {
        this.server = server;
        this.first = first;
    }

    /** The server did not answer somebody; returns at once. */
    void lost() {
        Thread mine = Thread.ofVirtual().name("herald-postgres").unstarted(this::work);
        if (!closed && working.compareAndSet(null, mine)) {
            mine.start();
        }
    }

    private void work() {
        try {
            revive();
        } catch (IOException failed) {
            if (!closed) {
                LOG.log(Level.ERROR, "the PostgreSQL of this home cannot be started again", failed);
            }
        } finally {
            working.set(null);
        }
    }

    private void revive() throws IOException {
        Duration pause = first;
        if (server.answers(pause)) {
            return; // it was slow, or has restarted by itself
        }
        for (int attempt = 1; attempt <= MOST && !closed; attempt++) {
            LOG.log(
                    Level.WARNING,
                    "the PostgreSQL of this home does not answer; it is started again, try {0} of {1}",
                    attempt,
                    MOST);
            server.askToStart();
            if (server.answers(pause)) {
                LOG.log(Level.INFO, "the PostgreSQL of this home answers again");
                return;
            }
            pause = pause.multipliedBy(2);
        }
        if (!closed) {
            LOG.log(
                    Level.ERROR,
                    "the PostgreSQL of this home did not start in {0} tries; {1} tells why. Mend it and start Herald anew",
                    MOST,
                    server.log());
        }
    }

    @Override
    public void close() {
        closed = true;
        Thread now = working.get();
        if (now != null) {
            now.interrupt();
        }
    }
}
