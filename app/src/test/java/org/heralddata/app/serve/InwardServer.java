package org.heralddata.app.serve;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.heralddata.app.settings.HomeSettings;
import org.heralddata.query.engine.EngineOptions;
import org.heralddata.serve.ServerSettings;
import org.heralddata.store.home.Home;

/** A server as a process of its own that may call webhooks on this machine, which a real one never does. */
final class InwardServer {

    private InwardServer() {}

    /** @param arguments the home */
    public static void main(String[] arguments) throws InterruptedException {
        Home home = Home.open(Path.of(arguments[0]));
        EngineOptions options = EngineOptions.reading(
                home.folders().warehouse(), home.folders().cache().resolve("duckdb"));
        Services services = Services.of(home, options, true);
        var server =
                services.serve(new ServerSettings(null, 0, HomeSettings.of(home).node()));
        System.out.println("at http://localhost:" + server.port());
        new CountDownLatch(1).await();
    }
}
