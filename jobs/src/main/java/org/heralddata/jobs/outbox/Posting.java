package org.heralddata.jobs.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something to be delivered.
 *
 * @param channel   name of the {@link Courier}
 * @param recipient whom to reach, as the courier understands it
 * @param job       it waits until this job has ended; null to be delivered at once
 * @param content   JSON, as the courier understands it; forgotten once nothing more is sent
 * @param patience  from the first attempt; then it is given up
 */
public record Posting(
        String channel, String recipient, @Nullable String job, String content, Duration patience) {}
