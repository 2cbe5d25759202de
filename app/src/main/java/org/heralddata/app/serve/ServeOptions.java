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

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description =
                    "jobs that run here at a time, 0 to leave them to `herald worker` (default: `jobs.workers` of the settings, else"
                            + " as many as processors)")
    private @Nullable Integer jobs;

    Services services(Home home) {
        return Services.of(home, jobs);
    }

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
