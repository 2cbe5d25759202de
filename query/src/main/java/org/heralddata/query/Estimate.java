package org.heralddata.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * What an export takes.
 *
 * @param rows      that would be written, exact
 * @param of        rows of the table
 * @param estimates by format name, in alphabetical order
 */
public record Estimate(long rows, long of, SequencedMap<String, Size> estimates) {

    public Estimate {
        estimates = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(estimates));
    }

    /**
     * @param bytes   about
     * @param seconds about, on this machine without network
     */
    public record Size(long bytes, double seconds) {}
}
