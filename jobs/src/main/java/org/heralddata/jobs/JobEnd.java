package org.heralddata.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a job ended. The job itself may have been deleted since.
 *
 * @param number rises with each end
 * @param phase  COMPLETED, ERROR or ABORTED
 * @param owner  null for somebody without an account
 */
public record JobEnd(
        long number,
        String job,
        String kind,
        Phase phase,
        @Nullable String owner,
        Instant at) {}
