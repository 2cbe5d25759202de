package org.heralddata.app.serve;

import java.util.List;
import org.heralddata.jobs.JobsStatus;
import org.heralddata.jobs.engine.DurableJobs;
import org.heralddata.jobs.engine.StoreMark;
import org.heralddata.store.home.Home;

/** What the processes that work on jobs of a home have in common. */
final class Workplace {
    private Workplace() {}

    /**
     * By which the folders of a home belong to its database.
     *
     * @param server whether folders that have lost their marks are given them again; not where the database is elsewhere, since they may be
     *               empty ones that something should be mounted on
     */
    static StoreMark mark(Home home, boolean server) {
        return new StoreMark(
                home::database,
                List.of(home.folders().warehouse(), home.folders().requests()),
                server && home.hasOwnDatabase());
    }

    static JobsStatus status(Home home) {
        return DurableJobs.status(home::database);
    }
}
