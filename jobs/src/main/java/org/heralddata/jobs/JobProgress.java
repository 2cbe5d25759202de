package org.heralddata.jobs;

import org.jspecify.annotations.Nullable;

/**
 * How far a job is.
 *
 * @param fraction from 0 to 1; null if not known
 * @param rows     written
 * @param bytes    written
 */
public record JobProgress(@Nullable Double fraction, long rows, long bytes) {
    public static final JobProgress NONE = new JobProgress(null, 0, 0);
}
