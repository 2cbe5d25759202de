package org.heralddata.app.mail;

import java.time.Duration;

/** Where letters are given up for delivery. Safe for many threads. */
@FunctionalInterface
public interface Post {

    /**
     * Keeps a letter until it is sent; returns at once. If no mail server is set up it is kept until one is, or its time is over.
     *
     * @param patience from the first attempt; then it is not sent any more
     */
    void send(Letter letter, Duration patience);

    /** For two days. */
    default void send(Letter letter) {
        send(letter, Duration.ofDays(2));
    }
}
