package org.heralddata.jobs;

import java.time.Duration;

/**
 * How long jobs of a kind may run and are kept.
 *
 * @param duration    a job may run if it asks for nothing
 * @param maxDuration more is not granted; zero for no limit
 * @param kept        from its making until its destruction, if it asks for nothing
 * @param maxKept     more is not granted
 * @param archived    after its destruction it is still known that it was; zero if it is forgotten at once
 */
public record JobLimits(Duration duration, Duration maxDuration, Duration kept, Duration maxKept, Duration archived) {

    /** What is granted of a wish. */
    public Duration granted(Duration wished) {
        if (maxDuration.isZero()) {
            return wished;
        }
        return wished.isZero() || wished.compareTo(maxDuration) > 0 ? maxDuration : wished;
    }
}
