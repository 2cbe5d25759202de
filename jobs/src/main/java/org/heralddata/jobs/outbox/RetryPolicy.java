package org.heralddata.jobs.outbox;

import java.time.Duration;

/**
 * When to try again: four times as long after each failure, with a tenth more or less by chance, so that many that failed together do
 * not come back together.
 *
 * @param first after the first failure
 * @param most  never longer than this
 */
public record RetryPolicy(Duration first, Duration most) {

    /** After half a minute, two, eight, half an hour, two hours, then every six. */
    public static RetryPolicy usual() {
        return new RetryPolicy(Duration.ofSeconds(30), Duration.ofHours(6));
    }

    /**
     * @param attempts so many have failed, at least 1
     * @param chance   from 0 to 1
     */
    public Duration pause(int attempts, double chance) {
        double seconds = first.toMillis() / 1e3 * Math.pow(4, Math.min(20, attempts - 1));
        double shaken = Math.min(most.toMillis() / 1e3, seconds) * (0.9 + 0.2 * chance);
        return Duration.ofMillis(Math.round(shaken * 1e3));
    }
}
