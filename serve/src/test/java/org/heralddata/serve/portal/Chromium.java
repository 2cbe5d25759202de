package org.heralddata.serve.portal;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.opentest4j.TestAbortedException;

/** A headless Chromium: {@code $HERALD_CHROMIUM}, or where systems put it. Missing: skips; fails if {@code CI=true}. */
public final class Chromium implements AutoCloseable {
    private static final Namespace OURS = Namespace.create(Chromium.class);

    private final Playwright playwright;
    public final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** The one of all tests of a module, which closes after the last of them; visitors have a {@code newContext} each. */
    static Chromium of(ExtensionContext test) {
        ExtensionContext.Store store = test.getStore(StoreScope.LAUNCHER_SESSION, OURS);
        Chromium here = store.get(Chromium.class, Chromium.class);
        if (here == null || !here.browser.isConnected()) {
            here = start();
            store.put(Chromium.class, here);
        }
        return here;
    }

    private static Chromium start() {
        Path executable = Stream.of(
                        System.getenv("HERALD_CHROMIUM"),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(Chromium::missing);
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        return new Chromium(playwright, browser);
    }

    private static RuntimeException missing() {
        if ("true".equals(System.getenv("CI"))) {
            Assertions.fail("missing in CI: Chromium; set HERALD_CHROMIUM");
        }
        return new TestAbortedException("skipped: no Chromium; set HERALD_CHROMIUM");
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
