package org.heralddata.app.serve;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.heralddata.testkit.Oracle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How answers leave the page for queries: as files, jobs, code for elsewhere, and to programs on the desk. */
class AdqlTakeAwayIT extends AdqlBrowser {
    @Test
    void downloadsHoldAllRows() throws Exception {
        visit(address("SELECT ra FROM " + SHOWERS));
        rows("1\u2009000");
        page.locator("#take-format").selectOption("csv");
        String file = Objects.requireNonNull(page.locator("#download").getAttribute("href"));
        assertThat(page.locator("#download")).hasAttribute("download", "answer.csv");
        HttpResponse<String> answer = served.get(file);
        assertThat(answer.body().lines().filter(l -> !l.startsWith("#")).count())
                .isEqualTo(2001);
    }

    @Test
    void jobsRunOnTheServerAndAreFoundAgain() throws Exception {
        visit(address("SELECT TOP 4 ra FROM " + SHOWERS));
        rows("4");
        page.locator("#forecast-format").selectOption("csv");
        page.locator("#forecast-job").click();
        assertThat(page.locator(".job-state")).containsText("done in", patiently());
        page.reload();
        Locator result = page.locator(".job a", new Page.LocatorOptions().setHasText("Result"));
        String url = Objects.requireNonNull(result.getAttribute("href"));
        assertThat(served.get(url.substring(base.length()))
                        .body()
                        .lines()
                        .filter(l -> !l.startsWith("#"))
                        .count())
                .isEqualTo(5);
        page.locator(".job button", new Page.LocatorOptions().setHasText("Delete"))
                .click();
        assertThat(page.locator(".job")).hasCount(0);
        assertThat(page.locator("#jobs")).isHidden();
    }

    @Test
    void copiesRunElsewhere() {
        visit("/adql");
        write("SELECT TOP 3 ra, 'it''s \"so\"' AS word\nFROM " + SHOWERS);
        String pyvo = Objects.requireNonNull(page.locator("#copy-pyvo").textContent());
        assertThat(Oracle.python("pyvo").run(pyvo)).contains("it's \"so\"", "deg");
        for (String id : List.of("#copy-curl", "#copy-stilts")) {
            String shell = Objects.requireNonNull(page.locator(id).textContent());
            String told = Oracle.python("astropy").and("curl").and("stilts").run("""
                    import subprocess, sys, tempfile
                    from astropy.table import Table
                    with tempfile.TemporaryDirectory() as folder:
                        done = subprocess.run(['sh', '-c', sys.argv[1]], cwd=folder, capture_output=True, text=True)
                        assert done.returncode == 0, done.stderr
                        name = 'answer.csv' if 'curl' in sys.argv[1] else 'answer.fits'
                        rows = Table.read(folder + '/' + name, **({'format': 'csv', 'comment': '#'} if 'csv' in name else {}))
                        print(len(rows), rows['word'][0])
                    """, shell);
            assertThat(told).isEqualTo("3 it's \"so\"");
        }
    }

    @Test
    void sendsToProgramsBySamp(@TempDir Path folder) throws Exception {
        visit(address("SELECT TOP 4 ra FROM " + SHOWERS));
        rows("4");
        page.locator("#samp").click();
        assertThat(page.locator(".takers")).containsText("No SAMP hub answers on this machine");
        try (var hub = SampHub.start(folder, "Table taker")) {
            Locator taker = page.locator(".takers button", new Page.LocatorOptions().setHasText("Table taker"));
            for (int i = 0; i < 120 && taker.count() == 0; i++) {
                page.locator("#samp").click();
                page.waitForTimeout(500);
            }
            taker.click();
            assertThat(page.locator(".takers")).hasText("Sent to Table taker, all rows.");
            String heard = hub.heard("/tap/sync?LANG=ADQL&RESPONSEFORMAT=votable");
            assertThat(heard).contains("table.load.votable", "QUERY=SELECT+TOP+4+ra");
        }
    }

    @Test
    void onlyThisPageMayCallTheHubOfItsReader() throws Exception {
        assertThat(policy("/adql")).contains("connect-src 'self' http://localhost:21012;");
        assertThat(policy("/")).doesNotContain("21012", "nonce");
        assertThat(policy("/adql")).isNotEqualTo(policy("/adql"));
    }

    private String policy(String path) throws IOException, InterruptedException {
        return String.join(";", served.get(path).headers().allValues("Content-Security-Policy"));
    }
}
