package org.heralddata.jobs.request;

import java.util.List;
import org.heralddata.jobs.JobCost;

/**
 * What a request costs.
 *
 * @param rows    of each part, exact
 * @param bytes   of all data together, about
 * @param seconds of work, about, when nobody else works
 */
public record RequestCost(List<Long> rows, long bytes, double seconds) {

    public RequestCost {
        rows = List.copyOf(rows);
    }

    /** As the queue takes it. */
    public JobCost ofJob() {
        return new JobCost(seconds, total(), bytes);
    }

    /** Rows of all parts. */
    public long total() {
        return rows.stream().mapToLong(Long::longValue).sum();
    }
}
