package org.heralddata.serve.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.heralddata.model.publication.PublicState;
import org.heralddata.model.publication.Withdrawal;
import org.heralddata.serve.FakeFiles;
import org.heralddata.serve.HeraldServer;
import org.heralddata.serve.ServerSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A portal of toy collections, and a browser that visits it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PortalBrowser {
    static final String SHOP = "/collections/shower-toy/events";
    private static final int EVENTS = 8000;

    private Chromium chromium;
    HeraldServer server;
    String base;
    BrowserContext context;
    Page page;
    final List<String> complaints = new ArrayList<>();

    @BeforeAll
    void start() {
        chromium = Chromium.start();
        var collections = new FakeCollections(EVENTS);
        var withdrawal = new Withdrawal(Instant.parse("2026-11-22T10:00:00Z"), "the times were wrong");
        collections.states.put("gamma-toy/r1", new PublicState(null, null, withdrawal, withdrawal.at()));
        server = HeraldServer.start(new FakeData(collections), FakeFiles.none(), ServerSettings.onPort(0));
        base = "http://localhost:" + server.port();
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void open() {
        context = chromium.browser.newContext();
        page = context.newPage();
        page.setDefaultTimeout(15_000);
        page.setViewportSize(1280, 900);
        complaints.clear();
        page.onConsoleMessage(m -> {
            if (m.type().equals("error")) {
                complaints.add(m.text());
            }
        });
        page.onPageError(complaints::add);
    }

    @AfterEach
    void close() {
        context.close();
    }

    void visit(String path) {
        page.navigate(base + path);
        settle();
    }

    /** Until every figure shows what was asked for; a change asks after a tenth of a second. */
    void settle() {
        page.waitForTimeout(150);
        assertThat(page.locator(".is-loading")).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(15_000));
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
