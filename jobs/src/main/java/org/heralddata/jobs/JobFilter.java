package org.heralddata.jobs;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which jobs to list (UWS 1.1, section 2.2.2.1).
 *
 * @param owner  those of an account; null for those of nobody that came from {@code origin}
 * @param phases empty for all but archived ones
 * @param after  only those made after it; null for all
 * @param last   only so many, the newest; null for all
 */
public record JobFilter(
        String kind,
        @Nullable String owner,
        @Nullable String origin,
        Set<Phase> phases,
        @Nullable Instant after,
        @Nullable Integer last) {

    public JobFilter {
        phases = Set.copyOf(phases);
    }
}
