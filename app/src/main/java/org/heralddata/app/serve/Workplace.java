package org.heralddata.app.serve;

import java.util.List;
import org.heralddata.jobs.JobsStatus;
import org.heralddata.jobs.engine.DurableJobs;
import org.heralddata.jobs.engine.StoreMark;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.store.home.Home;

/** What the processes that work on jobs of a home have in common. */
final class Workplace {
    private static final System.Logger LOG = System.getLogger(Workplace.class.getName());

    private Workplace() {}

    /** By which the folders of a home belong to its database. */
    static StoreMark mark(Home home) {
        return new StoreMark(
                home::database,
                List.of(home.folders().warehouse(), home.folders().requests()));
    }

    /** Marks the folders once the database is there, or tells that they are not its own; returns at once. */
    static void markSoon(Home home) {
        Thread.ofVirtual().name("herald-store-mark").start(() -> {
            try {
                mark(home).mark();
            } catch (Refusal refused) {
                LOG.log(System.Logger.Level.ERROR, refused.getMessage());
            }
        });
    }

    static JobsStatus status(Home home) {
        return DurableJobs.status(home::database);
    }
}
