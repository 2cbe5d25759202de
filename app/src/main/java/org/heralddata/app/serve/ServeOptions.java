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

    private String scheme = "http";

    Services services(Home home) {
        return Services.of(home, jobs);
    }

    /** @param home whose settings say who runs it */
    ServerSettings settings(Home home) {
        HomeSettings told = HomeSettings.of(home);
        var settings = new ServerSettings(address, port, told.node(), told.network());
        scheme = settings.scheme();
        return settings;
    }

    void requireFree() {
        Site.requireFree(address, port);
    }

    /** Once the settings of the home are read. */
    String url(int boundPort) {
        return "%s://%s:%d".formatted(scheme, address == null ? "localhost" : address, boundPort);
    }
}
