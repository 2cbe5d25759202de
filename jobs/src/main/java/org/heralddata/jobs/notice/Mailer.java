package org.heralddata.jobs.notice;

import java.util.UUID;
import org.heralddata.jobs.outbox.Undelivered;

/** Sends a letter at once. Safe for many threads. */
@FunctionalInterface
public interface Mailer {

    /**
     * Sends plain text.
     *
     * @param subject one line
     * @param token   the same if the letter is sent again
     */
    void send(String to, String subject, String text, UUID token) throws Undelivered;
}
