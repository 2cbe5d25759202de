package org.heralddata.store.database;

import java.io.IOException;

/** Waits between two looks at another process. */
final class Pause {

    private Pause() {}

    /** 5 ms. */
    static void shortly() throws IOException {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for PostgreSQL", e);
        }
    }
}
