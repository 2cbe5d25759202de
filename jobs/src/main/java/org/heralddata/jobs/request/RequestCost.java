package org.heralddata.jobs.request;

import java.util.List;

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

    /** Rows of all parts. */
    public long total() {
        return rows.stream().mapToLong(Long::longValue).sum();
    }
}
