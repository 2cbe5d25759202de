package org.heralddata.app.serve;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.heralddata.app.RunHerald;
import org.heralddata.serve.portal.BrowserTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The day of an operator, while the node is served: comes in by a link of the command, publishes data that are for a group yet, lets
 * somebody in, opens the data to everybody, looks after the node, and shuts a door.
 */
class OperatorsDayIT extends BrowserTest {
    private static final String PASSWORD = "seven quiet muons under ice";
    private static final String ROWS = "/api/v1/collections/toys/tables/events/rows?format=csv";

    private ServedHome served;
    private Path home;

    @BeforeAll
    void make(@TempDir Path folder) {
        home = folder.resolve("home");
        served = ServedHome.open(home);
        base = "http://localhost:" + served.port();
    }

    @AfterAll
    void end() {
        if (served != null) {
            served.close();
        }
    }

    private RunHerald.Outcome herald(String... arguments) {
        RunHerald.Outcome outcome = RunHerald.with(arguments);
        assertThat(outcome.status()).as(outcome.err() + outcome.out()).isZero();
        return outcome;
    }

    private void send(Page on, String button) {
        on.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private void choosePassword(Page on, String link) {
        on.navigate(base + URI.create(link.strip()).getPath());
        on.locator("#password").fill(PASSWORD);
        on.locator("input[name=terms]").check();
        send(on, "Make my account");
        assertThat(on.locator(".site-nav .who")).isVisible();
    }

    /** What another process does is seen within a second, on a machine that has nothing else to do. */
    private void anybodyGets(int status) throws IOException, InterruptedException {
        int given = 0;
        for (int i = 0; i < 600 && given != status; i++) {
            given = served.get(ROWS).statusCode();
            Thread.sleep(50);
        }
        assertThat(given).isEqualTo(status);
    }

    @Test
    void fromTheFirstLinkToTheLastDoor(@TempDir Path folder) throws Exception {
        choosePassword(
                page,
                herald("user", "add", "op@node.example", "--operator", "--home", home.toString())
                        .out());
        publishes(folder);
        Page member = letsSomebodyIn();
        assertThat(rows(member)).isEqualTo(200);
        opensToEverybody();
        looksAfterTheNode();
        shutsTheDoor(member);
    }

    private void publishes(Path folder) throws Exception {
        Files.writeString(folder.resolve("events.csv"), "id,energy\n1,2.5\n2,7.25\n3,11.0\n");
        Files.writeString(folder.resolve("collection.yaml"), """
                herald: 1
                id: toys
                title: Toys that are not for everybody yet
                description: Three events.
                messenger: photon
                creators: [Toy makers]
                licence: CC0-1.0
                tables:
                  events:
                    description: One row an event
                    source: {files: events.csv}
                    key: id
                    columns:
                      - {name: id, ucd: meta.id, description: Number}
                      - {name: energy, unit: GeV, ucd: phys.energy, description: Energy}
                """);
        herald("check", folder.toString());
        herald("ingest", folder.toString(), "--home", home.toString());
        anybodyGets(200);
        page.navigate(base + "/admin/groups");
        page.getByLabel("Path").fill("toy-makers");
        send(page, "Make the group");
        herald("access", "set", "toys", "--group", "toy-makers", "--until", "2999-01-01", "--home", home.toString());
        anybodyGets(403);
        assertThat(served.get("/collections/toys").body()).contains("toy-makers", "2999-01-01");
        assertThat(page.request().get(base + ROWS).status())
                .as("operators see everything")
                .isEqualTo(200);
    }

    private Page letsSomebodyIn() {
        page.navigate(base + "/admin");
        page.getByLabel("E-mail address").fill("mae@lab.example");
        send(page, "Make the account");
        String link = Objects.requireNonNull(page.locator("#secret").textContent());
        page.getByLabel("Put into").selectOption("toy-makers");
        send(page, "Put in");
        assertThat(page.locator("main")).containsText("given by an operator");
        BrowserContext other = Objects.requireNonNull(context.browser()).newContext();
        Page member = other.newPage();
        choosePassword(member, link);
        return member;
    }

    private int rows(Page of) {
        APIResponse answer = of.request().get(base + ROWS);
        return answer.status();
    }

    private void opensToEverybody() throws Exception {
        herald("access", "open", "toys", "--home", home.toString());
        anybodyGets(200);
        herald("access", "set", "toys", "--group", "toy-makers", "--home", home.toString());
        anybodyGets(403);
    }

    private void looksAfterTheNode() throws Exception {
        assertThat(served.get("/health").body()).contains("\"UP\"");
        assertThat(herald("worker", "--list", "--home", home.toString()).out()).isNotBlank();
        herald("verify", "--home", home.toString());
        RunHerald.Outcome sound = RunHerald.with("check", "--vo", "--url", base);
        assertThat(sound.status()).as(sound.out() + sound.err()).isZero();
    }

    private void shutsTheDoor(Page member) {
        page.navigate(base + "/admin");
        page.getByText("mae@lab.example").click();
        send(page, "Disable");
        assertThat(page.locator(".room-head .badge")).hasText("disabled");
        assertThat(rows(member)).isEqualTo(403);
        member.navigate(base + "/account");
        assertThat(member.locator("h1")).hasText("Sign in");
        member.context().close();
    }
}
