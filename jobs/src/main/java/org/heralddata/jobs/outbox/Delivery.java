package org.heralddata.jobs.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the delivery of something is.
 *
 * @param due     of the next attempt; null if there is none
 * @param ended   null while it waits
 * @param problem why the last attempt failed; null if none did
 */
public record Delivery(
        String channel,
        String recipient,
        State state,
        int attempts,
        @Nullable Instant due,
        @Nullable Instant ended,
        @Nullable String problem) {

    /** Where it is in its life. */
    public enum State {
        WAITING,
        DELIVERED,
        GIVEN_UP;

        /** As users read it. */
        public String label() {
            return switch (this) {
                case WAITING -> "Waiting";
                case DELIVERED -> "Delivered";
                case GIVEN_UP -> "Given up";
            };
        }
    }
}
