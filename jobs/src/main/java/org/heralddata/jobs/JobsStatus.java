package org.heralddata.jobs;

import java.util.List;

/**
 * What goes on.
 *
 * @param workers processes, those that fell silent within the last day included
 * @param running jobs, of all kinds
 * @param queued  jobs, of all kinds
 */
public record JobsStatus(List<JobWorker> workers, int running, int queued) {

    public JobsStatus {
        workers = List.copyOf(workers);
    }

    /** Jobs that run at a time in all processes that are alive. */
    public int places() {
        return workers.stream()
                .filter(JobWorker::alive)
                .mapToInt(JobWorker::workers)
                .sum();
    }

    /** Processes that are alive and work. */
    public int working() {
        return (int) workers.stream()
                .filter(worker -> worker.alive() && worker.workers() > 0)
                .count();
    }
}
