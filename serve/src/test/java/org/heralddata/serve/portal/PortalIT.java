package org.heralddata.serve.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The portal in a real browser: every page, and the home page. */
class PortalIT extends PortalBrowser {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/about",
                "/events?where=cone(ra,dec,83.63,22.01,5 deg)",
                "/collections/shower-toy",
                "/collections/shower-toy/releases/r1",
                "/collections/gamma-toy/releases/r1",
                SHOP + "?where=array_e > 15.2 and ze < 30",
                "/collections/neutrino-toy/events?where=kind = 'track'&show=kind,nhit",
                "/nowhere"
            })
    void hasNoAccessibilityViolationAndNoSidewaysScroll(String path) {
        for (int width : new int[] {1280, 400}) {
            page.setViewportSize(width, 900);
            ColorScheme scheme = width == 1280 ? ColorScheme.LIGHT : ColorScheme.DARK;
            page.emulateMedia(new Page.EmulateMediaOptions()
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setColorScheme(scheme));
            visit(path);
            assertAccessible("%s at %d px, %s".formatted(path, width, scheme));
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as("%s at %d px", path, width)
                    .isEqualTo(width);
        }
        assertThat(complaints)
                .allMatch(c -> (path.equals("/nowhere") && c.contains("404"))
                        || (path.startsWith("/collections/gamma-toy/releases") && c.contains("410")));
    }

    @Test
    void searchFiltersTheCards() {
        visit("/");
        page.locator("#search").fill("neutrino");
        assertThat(page.locator(".card:visible")).hasCount(1);
        page.locator("#search").fill("graviton");
        assertThat(page.locator("#no-card")).containsText("No collection");
    }
}
