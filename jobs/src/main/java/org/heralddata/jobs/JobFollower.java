package org.heralddata.jobs;

import java.time.Duration;
import java.util.List;

/** What becomes of some jobs. For one thread. */
public interface JobFollower extends AutoCloseable {

    /**
     * The jobs that changed since the last call, each as it is now; all of them at the first. Empty if the time is over.
     */
    List<JobNews> next(Duration atMost) throws InterruptedException;

    @Override
    void close();
}
