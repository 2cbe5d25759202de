package org.heralddata.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The data shop's page of one table in headless Chromium: how long until every figure shows counts (of a sample, where the table is
 * large), how soon other figures follow a brush on one that was not touched before, and the frames and requests of the drag. Arguments:
 * address, collection, table, rounds, Chromium. The first round has no cut, each other one a cut that was never asked before.
 */
public final class BrushSpeed {
    private static final int MOVES = 90;

    /** Tells when no figure and no count waits any more, when figures are exact, how long frames take, and when bars follow. */
    private static final String WATCH = """
            (() => {
              const seen = (window.benched = {first: 0, exact: 0, frames: [], follows: 0});
              let last = 0;
              const frame = (now) => {
                if (last) seen.frames.push(now - last);
                last = now;
                const ready = document.querySelector('.cut') && !document.querySelector('.is-loading');
                if (ready && !seen.first) seen.first = now;
                if (ready && !seen.exact && !document.documentElement.hasAttribute('data-asking')
                  && document.getElementById('looked').hidden) seen.exact = now;
                requestAnimationFrame(frame);
              };
              requestAnimationFrame(frame);
              addEventListener('pointerdown', (e) => {
                const from = performance.now();
                const own = e.target.closest('.cut')?.dataset.column;
                seen.follows = 0;
                new MutationObserver((changes, me) => {
                  if (!changes.some((c) => c.target.closest('.cut') && c.target.closest('.cut').dataset.column !== own)) return;
                  me.disconnect();
                  requestAnimationFrame((now) => (seen.follows = Math.max(now - from, 1)));
                }).observe(document.getElementById('cuts'), {subtree: true, attributes: true, attributeFilter: ['d'], childList: true});
              }, true);
            })();
            """;

    private final Map<String, List<Double>> times = new LinkedHashMap<>();
    private final String table;

    private BrushSpeed(String table) {
        this.table = table;
    }

    @SuppressWarnings("SystemOut") // a command whose output this is
    public static void main(String[] arguments) throws IOException {
        var speed = new BrushSpeed("%s/collections/%s/%s".formatted(arguments[0], arguments[1], arguments[2]));
        var random = new SplittableRandom();
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of(arguments[4]))
                                .setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
            for (int round = 0; round < Integer.parseInt(arguments[3]); round++) {
                speed.visit(browser, round == 0 ? null : random);
            }
        }
        System.out.println("| what | number | median | most |\n|---|---:|---:|---:|");
        speed.times.forEach((what, list) -> {
            double[] sorted =
                    list.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.1f | %.1f |%n",
                    what,
                    sorted.length,
                    sorted[sorted.length / 2],
                    sorted[sorted.length - 1]);
        });
        System.out.println("load: " + Files.readString(Path.of("/proc/loadavg")).strip());
    }

    private void note(String what, double value) {
        times.computeIfAbsent(what, _ -> new ArrayList<>()).add(value);
    }

    /** @param random of cuts; null for none */
    private void visit(Browser browser, @Nullable SplittableRandom random) {
        try (Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 900))) {
            page.addInitScript(WATCH);
            page.navigate(table + (random == null ? "" : cut(random)));
            String what = random == null ? "no cut" : "new cut";
            note(what + ": every figure shows counts, ms", awaited(page, "benched.first"));
            drags(page, what + ", at once");
            note(what + ": exact counts, with the drags before, ms", awaited(page, "benched.exact"));
            page.waitForTimeout(4_000);
            drags(page, what + ", rested");
        }
    }

    /** Core and time of a shower are independent of nearly all that is shown. */
    private static String cut(SplittableRandom random) {
        return "?where=mt+%3E+" + random.nextInt(1_000, 500_000_000);
    }

    /** Draws a range on each of the first three histograms that is not the one drawn on before. */
    private void drags(Page page, String what) {
        List<Locator> plots = page.locator(".cut .slider").all();
        for (Locator plot : plots.subList(0, Math.min(3, plots.size()))) {
            plot.scrollIntoViewIfNeeded();
            BoundingBox box = Objects.requireNonNull(plot.boundingBox());
            var requests = new ArrayList<String>();
            page.onRequest(request -> requests.add(request.url()));
            double y = box.y + box.height / 2;
            page.mouse().move(box.x + box.width * 0.35, y);
            page.mouse().down();
            page.mouse().move(box.x + box.width * 0.4, y);
            note(what + ": the others follow the first move after, ms", awaited(page, "benched.follows"));
            page.evaluate("benched.frames.length = 0");
            int before = requests.size();
            for (int move = 0; move < MOVES; move++) {
                page.mouse().move(box.x + box.width * (0.4 + 0.4 * move / MOVES), y);
                page.waitForTimeout(12);
            }
            double[] frames = numbers(page, "benched.frames");
            Arrays.sort(frames);
            note(what + ": frame of a drag, median, ms", frames[frames.length / 2]);
            note(what + ": frame of a drag, 95 %, ms", frames[frames.length * 95 / 100]);
            note(what + ": longest frame of a drag, ms", frames[frames.length - 1]);
            List<String> asked = requests.subList(before, requests.size());
            int ahead =
                    (int) asked.stream().filter(url -> url.contains("/cubes?")).count();
            note(what + ": requests during a drag for cubes, its own or ahead", ahead);
            note(what + ": other requests during a drag", asked.size() - ahead);
            page.mouse().up();
            page.locator("#undo").click();
            page.waitForTimeout(600);
        }
    }

    /** The value as soon as there is one; for two minutes. */
    private static double awaited(Page page, String expression) {
        for (int i = 0; i < 6_000 && number(page, expression) == 0; i++) {
            page.waitForTimeout(20);
        }
        return number(page, expression);
    }

    private static double number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }

    private static double[] numbers(Page page, String expression) {
        return ((List<?>) page.evaluate(expression))
                .stream().mapToDouble(n -> ((Number) n).doubleValue()).toArray();
    }
}
