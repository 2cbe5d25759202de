package org.heralddata.query.engine;

import org.heralddata.query.Background;

/** Workers for those who wait, and others for work in the background, which so never stands before them. */
final class Staff implements AutoCloseable {
    private final Workers workers;
    private final Workers background;

    Staff(EngineOptions options) {
        workers = new Workers(
                options,
                options.workers(),
                Thread.ofPlatform().name("herald-query-", 1).daemon().factory());
        background = new Workers(options, options.threads(), Background.threads("herald-background-"));
    }

    /** Those for the calling thread. */
    Workers here() {
        return Background.isHere() ? background : workers;
    }

    @Override
    public void close() {
        workers.close();
        background.close();
    }
}
