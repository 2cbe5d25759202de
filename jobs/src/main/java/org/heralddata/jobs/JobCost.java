package org.heralddata.jobs;

import org.jspecify.annotations.Nullable;

/**
 * What a job is expected to take.
 *
 * @param seconds of work on an idle machine; null if not known
 * @param rows    that it writes; null if not known
 * @param bytes   of its results; null if not known
 */
public record JobCost(
        @Nullable Double seconds,
        @Nullable Long rows,
        @Nullable Long bytes) {
    public static final JobCost UNKNOWN = new JobCost(null, null, null);
}
