package org.heralddata.app.serve;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.app.RunHerald;
import org.heralddata.app.console.Console;
import org.heralddata.serve.portal.BrowserTest;
import org.heralddata.simulate.SimulationKind;
import org.heralddata.testkit.Oracle;
import org.heralddata.testkit.ProjectRoot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The day of a member of a collaboration whose data are not yet for everybody: registers with the address of the institute, is by that
 * in the group, selects, orders, works on with the Python client, keeps the data from others.
 */
class ResearchersDayIT extends BrowserTest {
    private static final String PASSWORD = "seven quiet muons under ice";
    private static final String SHOP = "/collections/kascade-demo/events?where=array_e+%3E+15";
    private static final Pattern LINK = Pattern.compile("http://\\S+(/account/link/\\S+)");

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private ServedHome served;

    @BeforeAll
    void make(@TempDir Path folder) throws Exception {
        mail.start();
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(
                home.resolve("config.yaml"),
                "layout: 1\nmail: {host: 127.0.0.1, port: %d, security: none, from: data@node.example}\n"
                        .formatted(mail.getSmtp().getPort()));
        served = ServedHome.open(home);
        new DemoCollections(served.home(), Console.system()).make(SimulationKind.KASCADE_DEMO, 3_000);
        base = "http://localhost:" + served.port();
        herald(home, "group", "add", "kascade");
        herald(home, "group", "rule", "kascade", "email=kit.example");
        herald(home, "access", "set", "kascade-demo", "--group", "kascade", "--until", "2999-01-01");
    }

    private static void herald(Path home, String command, String what, String... more) {
        var arguments = new String[more.length + 4];
        arguments[0] = command;
        arguments[1] = what;
        System.arraycopy(more, 0, arguments, 2, more.length);
        arguments[more.length + 2] = "--home";
        arguments[more.length + 3] = home.toString();
        RunHerald.Outcome outcome = RunHerald.with(arguments);
        assertThat(outcome.status()).as(outcome.err()).isZero();
    }

    @AfterAll
    void end() {
        if (served != null) {
            served.close();
        }
        mail.stop();
    }

    private void send(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private Locator card() {
        return page.locator("[data-request]");
    }

    @Test
    void fromAClosedDoorToAPaperThatOthersCanRepeat(@TempDir Path desk) throws Exception {
        isToldWhatIsClosed();
        registers();
        String identifier = selectsAndOrders();
        String token = makesAToken();
        worksOnInPython(token, identifier, desk);
        keepsTheDataFromOthers();
    }

    private void isToldWhatIsClosed() {
        visit(SHOP);
        assertThat(page.locator("main")).containsText("kascade");
        assertThat(page.locator("main")).containsText("2999-01-01");
        assertThat(page.locator("[data-count] strong")).hasCount(0);
    }

    private void registers() throws Exception {
        visit("/account/register");
        page.getByLabel("E-mail address").fill("lise@kit.example");
        page.getByLabel("Name").fill("Lise");
        send("Send me the link");
        assertThat(mail.waitForIncomingEmail(120_000, 1)).isTrue();
        Matcher link = LINK.matcher(String.valueOf(mail.getReceivedMessages()[0].getContent()));
        assertThat(link.find()).isTrue();
        visit(link.group(1));
        page.locator("#password").fill(PASSWORD);
        page.locator("input[name=terms]").check();
        send("Make my account");
        assertThat(page.locator(".site-nav .who")).containsText("Lise");
        visit("/account");
        assertThat(page.locator("main")).containsText("kascade");
    }

    private String selectsAndOrders() {
        visit(SHOP);
        assertThat(page.locator("[data-count] strong")).isVisible();
        page.locator("[data-order]").click();
        page.locator("input[value=parquet]").check();
        page.locator("input[name=title]").fill("The knee");
        page.locator(".order-buttons .button").first().click();
        assertThat(card())
                .hasAttribute(
                        "data-state", "Finished", new LocatorAssertions.HasAttributeOptions().setTimeout(120_000));
        assertForEverybody("a request over data of a group");
        return Objects.requireNonNull(card().getAttribute("data-identifier"));
    }

    private String makesAToken() {
        visit("/account/tokens");
        page.getByLabel("What will use it").fill("notebook");
        page.locator("input[value=requests]").check();
        send("Make the token");
        return Objects.requireNonNull(page.locator("#secret").textContent());
    }

    private void worksOnInPython(String token, String identifier, Path desk) {
        String told = Oracle.python("pyarrow")
                .run("""
                import sys
                address, token, identifier, folder, client = sys.argv[1:]
                sys.path.insert(0, client)
                from herald_client import Herald, HeraldError
                herald = Herald(address, token=token)
                (mine,) = herald.orders()
                assert (mine.title, mine.identifier) == ('The knee', identifier), mine
                file = mine.download(folder)
                knee = herald.select('kascade-demo', 'events', 'array_e > 15')
                assert knee.arrow().num_rows == knee.count() > 0
                try:
                    Herald(address).select('kascade-demo', 'events', 'array_e > 15').count()
                    raise AssertionError('not refused')
                except HeraldError as refused:
                    assert 'kascade' in str(refused), refused
                print('good')
                """, base, token, identifier, desk, ProjectRoot.path().resolve("clients/python/src"));
        assertThat(told).isEqualTo("good");
    }

    /** Whoever was given the address may see that there is a request, and no row of it. */
    private void keepsTheDataFromOthers() throws Exception {
        visit("/requests");
        String id = Objects.requireNonNull(card().getAttribute("data-request"));
        open(new Browser.NewContextOptions());
        page.navigate(base + "/requests/" + id);
        assertThat(page.locator("h1")).isVisible();
        String api = "/api/v1/requests/" + id;
        assertThat(served.get(api + "/result").statusCode()).isEqualTo(403);
        assertThat(served.get(api + "/files/package").statusCode()).isEqualTo(403);
        assertThat(page.request().delete(base + api).status()).isIn(403, 404);
        visit(SHOP);
        assertThat(page.locator("main")).containsText("2999-01-01");
    }
}
