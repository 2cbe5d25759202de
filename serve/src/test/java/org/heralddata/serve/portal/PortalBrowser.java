package org.heralddata.serve.portal;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Objects;
import org.heralddata.model.publication.PublicState;
import org.heralddata.model.publication.Withdrawal;
import org.heralddata.serve.FakeFiles;
import org.heralddata.serve.HeraldServer;
import org.heralddata.serve.ServerSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A portal of toy collections, and a browser that visits it. */
abstract class PortalBrowser extends BrowserTest {
    static final String SHOP = "/collections/shower-toy/events";
    private static final int EVENTS = 8000;

    HeraldServer server;

    @BeforeAll
    void start() {
        var collections = new FakeCollections(EVENTS);
        var withdrawal = new Withdrawal(Instant.parse("2026-11-22T10:00:00Z"), "the times were wrong");
        collections.states.put("gamma-toy/r1", new PublicState(null, null, withdrawal, withdrawal.at()));
        server = HeraldServer.start(new FakeData(collections), FakeFiles.none(), ServerSettings.onPort(0));
        base = "http://localhost:" + server.port();
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    Locator count() {
        return page.locator("[data-count] strong");
    }

    static BoundingBox box(Locator what) {
        what.scrollIntoViewIfNeeded();
        return Objects.requireNonNull(what.boundingBox());
    }

    HttpResponse<String> fetch(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    String shown() {
        return Objects.requireNonNull(count().textContent()).replace("\u2009", "");
    }
}
