package org.heralddata.jobs;

import org.jspecify.annotations.Nullable;

/**
 * A job as it was seen last.
 *
 * @param job   null if there is none any more
 * @param place null unless it is queued
 */
public record JobNews(
        String id, @Nullable Job job, @Nullable QueuePlace place) {

    /** True if nothing will be told of it any more. */
    public boolean isLast() {
        return job == null || (job.phase().isEnded() && !job.deleting());
    }
}
