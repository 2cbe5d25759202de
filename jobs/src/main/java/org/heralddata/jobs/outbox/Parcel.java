package org.heralddata.jobs.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a courier carries.
 *
 * @param token   the same at each attempt
 * @param job     that has ended, and may be deleted meanwhile; null if it tells of none
 * @param attempt from 1
 */
public record Parcel(
        long number,
        UUID token,
        String channel,
        String recipient,
        @Nullable String job,
        String content,
        int attempt) {}
