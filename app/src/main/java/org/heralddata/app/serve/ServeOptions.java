package org.heralddata.app.serve;

import org.heralddata.serve.ServerSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where to listen. */
final class ServeOptions {

    @Option(names = "--port", paramLabel = "N", description = "port to listen on, 0 for any free one (default: 8080)")
    private int port = 8080;

    @Option(names = "--address", paramLabel = "NAME", description = "address to listen on (default: all)")
    private @Nullable String address;

    ServerSettings settings() {
        return new ServerSettings(address, port);
    }

    void requireFree() {
        Site.requireFree(address, port);
    }

    String url(int boundPort) {
        return "http://%s:%d".formatted(address == null ? "localhost" : address, boundPort);
    }
}
