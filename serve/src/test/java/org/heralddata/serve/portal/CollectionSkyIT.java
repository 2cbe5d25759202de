package org.heralddata.serve.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The sky on a collection's page in a real browser. */
class CollectionSkyIT extends PortalBrowser {

    @Test
    void showsTheDensityAndTheBorderOfItsCoverage() throws Exception {
        visit("/collections/shower-toy");
        assertThat(page.locator("[data-note]"))
                .containsText("8\u2009000 events; the line is the border of their coverage");
        page.waitForFunction("""
                () => {
                  const canvas = document.querySelector('[data-sky] canvas');
                  const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                  let n = 0;
                  for (let i = 0; i < data.length; i += 4) if (data[i] === 194 && data[i + 1] === 65 && data[i + 2] === 12) n++;
                  return n > 50;
                }""");
        String map = page.locator("[data-sky] a").getAttribute("href");
        assertThat(fetch(map).statusCode()).isEqualTo(200);
        assertThat(complaints).isEmpty();
    }

    @Test
    void coverageMapsHoldTheirCellsAndNoOthers() {
        visit("/");
        Object told = page.evaluate("""
                async () => {
                  const {Moc} = await import('/js/moc.js');
                  const map = new Moc({2: [64, 65, 79], 4: []});
                  const base = map.degraded(0);
                  return [new Moc({0: [4]}).area, map.area * 16 / 3, base.area, base.has(0, 0) ? 1 : 0, base.has(180, 0) ? 1 : 0, map.order];
                }""");
        List<?> answer = (List<?>) told;
        double twelfth = 4 * Math.PI * Math.pow(180 / Math.PI, 2) / 12;
        for (int i = 0; i < 3; i++) {
            assertThat(((Number) answer.get(i)).doubleValue()).isCloseTo(twelfth, offset(1e-6));
        }
        assertThat(answer.subList(3, 6))
                .extracting(n -> ((Number) n).intValue())
                .containsExactly(1, 0, 2);
    }
}
