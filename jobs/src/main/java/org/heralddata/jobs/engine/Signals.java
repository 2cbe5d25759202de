package org.heralddata.jobs.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.heralddata.jobs.Phase;
import org.jspecify.annotations.Nullable;

/** Wakes those that wait for a job to change. */
final class Signals {
    private final Map<String, Watch> watches = new HashMap<>();

    /** To be left. */
    synchronized Watch enter(String id) {
        Watch watch = watches.computeIfAbsent(id, Watch::new);
        watch.waiting++;
        return watch;
    }

    synchronized void leave(Watch watch) {
        if (--watch.waiting == 0) {
            watches.remove(watch.id);
        }
    }

    void changed(String id) {
        Watch watch;
        synchronized (this) {
            watch = watches.get(id);
        }
        if (watch != null) {
            watch.signal();
        }
    }

    synchronized Set<String> watched() {
        return new HashSet<>(watches.keySet());
    }

    /** What the database says of the jobs that are watched; those that are gone are not among them. */
    void seen(Set<String> asked, Map<String, Phase> phases) {
        for (String id : asked) {
            Watch watch;
            synchronized (this) {
                watch = watches.get(id);
            }
            if (watch != null) {
                watch.seen(phases.get(id));
            }
        }
    }

    /** Waited for by at least one thread. */
    static final class Watch {
        private final String id;
        private int waiting;
        private long changes;
        private boolean known;
        private @Nullable Phase phase;

        private Watch(String id) {
            this.id = id;
        }

        /** A number that rises with each change. */
        synchronized long changes() {
            return changes;
        }

        /** Waits for a change after that of the number. */
        synchronized void await(long seen, long nanoseconds) throws InterruptedException {
            long end = System.nanoTime() + nanoseconds;
            for (long left = nanoseconds; changes == seen && left > 0; left = end - System.nanoTime()) {
                wait(left / 1_000_000, (int) (left % 1_000_000));
            }
        }

        private synchronized void signal() {
            changes++;
            notifyAll();
        }

        private synchronized void seen(@Nullable Phase now) {
            if (!known || phase != now) {
                known = true;
                phase = now;
                signal();
            }
        }
    }
}
