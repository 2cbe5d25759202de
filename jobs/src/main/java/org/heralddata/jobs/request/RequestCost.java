package org.heralddata.jobs.request;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.heralddata.jobs.JobCost;
import org.heralddata.query.Estimate;

/**
 * What a request costs.
 *
 * @param rows    of each part, exact
 * @param bytes   of all data together, about
 * @param seconds of work, about, when nobody else works
 * @param formats what it would cost in each format
 */
public record RequestCost(List<Long> rows, long bytes, double seconds, SequencedMap<String, Estimate.Size> formats) {

    public RequestCost {
        rows = List.copyOf(rows);
        formats = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(formats));
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
