package org.heralddata.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A process that works on jobs or hands them out.
 *
 * @param version of the program
 * @param url     where it answers, without the last slash; null for one that does not
 * @param workers jobs that it runs at a time; 0 if it only hands out
 * @param running jobs that it runs
 * @param seen    its last sign of life
 * @param alive   whether that is young enough
 */
public record JobWorker(
        String id,
        String host,
        long pid,
        String version,
        @Nullable String url,
        int workers,
        int running,
        Instant started,
        Instant seen,
        boolean alive) {}
