package org.heralddata.jobs;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a job is in its life (UWS 1.1, section 2.1.3). */
public enum Phase {
    /** Made, not yet told to run; may be changed. */
    PENDING,
    /** Told to run, waits for a worker. */
    QUEUED,
    EXECUTING,
    COMPLETED,
    ERROR,
    /** By its owner, or by us when its time was over. */
    ABORTED,
    /** Kept from running until it is told to run again. */
    HELD,
    /** Past its destruction time: its results are gone, that it was is still known. */
    ARCHIVED;

    /** True while waiting for a change makes sense. */
    public boolean isActive() {
        return this == PENDING || this == QUEUED || this == EXECUTING;
    }

    /** True if it will not run any more. */
    public boolean isEnded() {
        return this == COMPLETED || this == ERROR || this == ABORTED || this == ARCHIVED;
    }

    /** By its name in any case; empty if there is none. */
    public static Optional<Phase> of(String name) {
        String wanted = name.toUpperCase(Locale.ROOT);
        return Stream.of(values()).filter(p -> p.name().equals(wanted)).findFirst();
    }
}
