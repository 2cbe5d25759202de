package org.heralddata.app.serve;

import org.heralddata.app.settings.HomeSettings;
import org.heralddata.serve.ServerSettings;
import org.heralddata.store.home.Home;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where to listen. */
final class ServeOptions {

    @Option(names = "--port", paramLabel = "N", description = "port to listen on, 0 for any free one (default: 8080)")
    private int port = 8080;

    @Option(names = "--address", paramLabel = "NAME", description = "address to listen on (default: all)")
    private @Nullable String address;

    /** @param home whose settings say who runs it */
    ServerSettings settings(Home home) {
        return new ServerSettings(address, port, HomeSettings.of(home).node());
    }

    void requireFree() {
        Site.requireFree(address, port);
    }

    String url(int boundPort) {
        return "http://%s:%d".formatted(address == null ? "localhost" : address, boundPort);
    }
}
