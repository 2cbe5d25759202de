package org.heralddata.app.serve;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.heralddata.app.settings.Observations;
import org.heralddata.serve.ServerSettings;
import org.jspecify.annotations.Nullable;

/**
 * Where a server listens, known once it does: what is made of it before, by a request that is quicker than the start, waits.
 * Safe for many threads.
 */
final class OwnAddress implements Supplier<String> {
    private static final long START_SECONDS = 30;

    private volatile @Nullable CompletableFuture<String> known;
    private volatile Supplier<Optional<String>> elsewhere = Optional::empty;

    /** Who does not listen is found where others do. */
    void elsewhere(Supplier<Optional<String>> address) {
        elsewhere = address;
    }

    /** The server is about to listen. */
    void expect() {
        known = new CompletableFuture<>();
    }

    void found(ServerSettings settings, int port) {
        CompletableFuture<String> waiting = known;
        if (waiting != null) {
            waiting.complete("%s://%s:%d".formatted(settings.scheme(), host(settings.address()), port));
        }
    }

    /** All addresses have no name of their own; numbers of version 6 stand in brackets. */
    private static String host(@Nullable String address) {
        if (address == null || address.equals("0.0.0.0") || address.equals("::")) {
            return "localhost";
        }
        return address.contains(":") && !address.startsWith("[") ? "[" + address + "]" : address;
    }

    /** Without the last slash; the usual one for what is never served. */
    @Override
    public String get() {
        CompletableFuture<String> waiting = known;
        if (waiting == null) {
            return elsewhere.get().orElse(Observations.USUAL_SITE);
        }
        try {
            return waiting.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return Observations.USUAL_SITE;
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("the server does not start", failed);
        }
    }
}
