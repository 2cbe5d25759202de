package org.heralddata.app.serve;

import org.heralddata.app.settings.HomeSettings;
import org.heralddata.serve.HeraldServer;
import org.heralddata.serve.ServerSettings;
import org.heralddata.store.home.Home;

/** A server of a home for this process alone, on a free port. To be closed before the home. */
public final class OwnServer implements AutoCloseable {
    private final Services services;
    private final HeraldServer server;

    private OwnServer(Services services, HeraldServer server) {
        this.services = services;
        this.server = server;
    }

    /** Returns when requests are answered. */
    public static OwnServer start(Home home) {
        Services services = Services.of(home);
        try {
            var settings =
                    new ServerSettings("127.0.0.1", 0, HomeSettings.of(home).node()); // in the plain: for this process
            return new OwnServer(services, services.serve(settings));
        } catch (RuntimeException failed) {
            services.close();
            throw failed;
        }
    }

    /** Without the last slash. */
    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
        server.close();
        services.close();
    }
}
