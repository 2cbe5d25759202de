package org.heralddata.ingest.time;

import java.util.ArrayList;
import java.util.List;

/** Counts times that could not be taken as they were. For one thread. */
public final class TimeProblems {
    long unreadable;
    long outOfRange;
    long withinLeapSecond;

    /** Texts that are no ISO 8601 time; their rows have no time. */
    public long unreadable() {
        return unreadable;
    }

    /** Times before 1678 or after 2261, NaN, or of an atomic scale before 1972; their rows have no time. */
    public long outOfRange() {
        return outOfRange;
    }

    /** Times within a leap second, kept as the second after. */
    public long withinLeapSecond() {
        return withinLeapSecond;
    }

    /** What there is to tell, one sentence each; empty if all was well. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (unreadable > 0) {
            notes.add(unreadable + " times are not ISO 8601 and became null");
        }
        if (outOfRange > 0) {
            notes.add(outOfRange + " times are outside the years 1678 to 2261"
                    + " (atomic scales: before 1972) or NaN and became null");
        }
        if (withinLeapSecond > 0) {
            notes.add(
                    withinLeapSecond + " times are within a leap second (23:59:60) and were kept as the second after");
        }
        return List.copyOf(notes);
    }
}
