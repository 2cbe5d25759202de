package org.heralddata.ingest.table;

import org.heralddata.model.catalogue.ObservedRuns;

/** Counts the rows of an observation, and in which bounds they lie. */
final class RunCounter {
    private final GrowingCircle circle = new GrowingCircle();
    private long rows;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    void row() {
        rows++;
    }

    void time(long utcNs) {
        first = Math.min(first, utcNs);
        last = Math.max(last, utcNs);
    }

    void energy(double value) {
        if (Double.isFinite(value)) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
    }

    void direction(double raDeg, double decDeg) {
        if (Double.isFinite(raDeg) && Math.abs(decDeg) <= 90) {
            circle.add(raDeg, decDeg);
        }
    }

    ObservedRuns.Run published(String id) {
        boolean timed = first <= last;
        boolean measured = least <= most;
        return new ObservedRuns.Run(
                id,
                rows,
                timed ? (Long) first : null,
                timed ? (Long) last : null,
                measured ? (Double) least : null,
                measured ? (Double) most : null,
                circle.published());
    }
}
