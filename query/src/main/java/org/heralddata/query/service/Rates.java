package org.heralddata.query.service;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How fast exports were on this machine, as bytes a second by format. Safe for many threads. */
final class Rates {

    /** Until something was measured: what a slow laptop does in the slowest format. */
    private static final double FIRST = 40e6;

    private static final double NEW_PART = 0.3;
    private static final double LEAST_SECONDS = 0.05;

    private final Map<String, Double> bytesPerSecond = new ConcurrentHashMap<>();

    double seconds(String format, double bytes) {
        return bytes / bytesPerSecond.getOrDefault(format, FIRST);
    }

    /** Short exports tell of the start, not of the rate, and are left out. */
    void measured(String format, long bytes, double seconds) {
        if (seconds >= LEAST_SECONDS && bytes > 0) {
            bytesPerSecond.merge(format, bytes / seconds, (old, now) -> (1 - NEW_PART) * old + NEW_PART * now);
        }
    }
}
