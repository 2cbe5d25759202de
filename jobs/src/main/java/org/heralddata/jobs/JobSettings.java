package org.heralddata.jobs;

import java.time.Duration;

/**
 * How this process works on jobs.
 *
 * @param workers  jobs that run here at a time; 0 for a process that only asks
 * @param lease    after which a worker that shows no sign of life has lost its job
 * @param tick     between looks at what other processes did, signs of life, and sweeping
 * @param attempts so many workers may vanish over one job
 * @param small    jobs that are expected to take longer are big: of several workers one never takes them, so that small ones do not wait
 *                 for their ends
 */
public record JobSettings(int workers, Duration lease, Duration tick, int attempts, Duration small) {

    public JobSettings(int workers, Duration lease, Duration tick, int attempts) {
        this(workers, lease, tick, attempts, Duration.ofSeconds(10));
    }

    /** The same with so many workers. */
    public JobSettings withWorkers(int many) {
        return new JobSettings(many, lease, tick, attempts, small);
    }

    /** As many workers as processors, at least two. */
    public static JobSettings usual() {
        int processors = Runtime.getRuntime().availableProcessors();
        return new JobSettings(Math.max(2, processors), Duration.ofSeconds(15), Duration.ofMillis(500), 5);
    }
}
