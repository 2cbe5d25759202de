package org.heralddata.app.serve;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.accounts.Account;
import org.heralddata.serve.portal.BrowserTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From registration to a token that works, and an operator's day, in a real browser with a real mail server. */
class AccountPagesIT extends BrowserTest {
    private static final String GOOD = "seven quiet muons under ice";
    private static final Pattern LINK = Pattern.compile("http://\\S+/account/link/(\\S+)");

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private ServedHome served;

    @BeforeAll
    void make(@TempDir Path folder) throws Exception {
        mail.start();
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(
                home.resolve("config.yaml"), """
                layout: 1
                mail: {host: 127.0.0.1, port: %d, security: none, from: data@node.example}
                """.formatted(mail.getSmtp().getPort()));
        served = ServedHome.open(home);
        base = "http://localhost:" + served.port();
    }

    @AfterAll
    void end() {
        if (served != null) {
            served.close();
        }
        mail.stop();
    }

    /** A picture of the page, if somebody asks for them by the property {@code herald.shots}. */
    private void picture(String name) {
        String folder = System.getProperty("herald.shots");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name + ".png")));
        }
    }

    private void look(String name) {
        picture(name);
        assertForEverybody(name);
    }

    private void send(String button) {
        page.getByRole(
                        com.microsoft.playwright.options.AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private String letter(int number) throws Exception {
        Objects.requireNonNull(mail);
        assertThat(mail.waitForIncomingEmail(120_000, number)).isTrue();
        MimeMessage[] all = mail.getReceivedMessages();
        return String.valueOf(all[all.length - 1].getContent());
    }

    private static String link(String text) {
        Matcher found = LINK.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return "/account/link/" + found.group(1);
    }

    private Account person(String email, boolean operator) {
        var desk = served.accounts();
        Account made = desk.accounts().add(email, "", false);
        String link = desk.registration().operatorLink(made);
        Account account =
                desk.registration().finish(link.substring(link.lastIndexOf('/') + 1), "", GOOD, true, "192.0.2.1");
        if (operator) {
            desk.accounts().operator(account.id(), true);
        }
        return account;
    }

    private void signIn(String email) {
        visit("/account/sign-in");
        page.getByLabel("E-mail address").fill(email);
        page.getByLabel("Password").fill(GOOD);
        page.keyboard().press("Enter");
        assertThat(page.locator(".room-head h1")).isVisible();
    }

    @Test
    void fromRegistrationToATokenThatWorks() throws Exception {
        visit("/");
        assertThat(context.cookies()).isEmpty();
        page.locator(".site-nav .who").click();
        assertThat(page.locator("h1")).hasText("Sign in");
        look("sign-in");
        page.getByLabel("E-mail address").fill("ada@kit.example");
        page.getByLabel("Password").fill("not the password at all");
        send("Sign in");
        assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
                .containsText("do not belong together");
        assertThat(page.getByLabel("E-mail address")).hasValue("ada@kit.example");
        look("sign-in-wrong");

        page.getByText("Register", new Page.GetByTextOptions().setExact(true)).click();
        page.getByLabel("E-mail address").fill("ada@kit");
        look("register");
        page.getByLabel("E-mail address").fill("ada@kit.example");
        page.getByLabel("Name").fill("Ada Lovelace");
        send("Send me the link");
        assertThat(page.locator("h1")).hasText("Look into your mail");
        look("sent");

        visit(link(letter(1)));
        assertThat(page.locator("h1")).hasText("Finish your registration");
        page.locator("#password").fill("password12345");
        page.locator("input[name=terms]").check();
        send("Make my account");
        assertThat(page.locator("#password-wrong")).containsText("tried first");
        assertThat(page.locator("#password")).isFocused();
        look("link");
        page.locator("#password").fill(GOOD);
        page.locator("input[name=terms]").check();
        send("Make my account");
        assertThat(page.locator(".done")).containsText("Welcome");
        assertThat(page.locator(".site-nav .who")).containsText("Ada Lovelace");
        look("own");

        page.locator(".room-list a", new Page.LocatorOptions().setHasText("API tokens"))
                .click();
        assertThat(page.locator("main")).containsText("None yet");
        page.getByLabel("What will use it").fill("notebook");
        page.locator("input[value=requests]").check();
        send("Make the token");
        String token = Objects.requireNonNull(page.locator("#secret").textContent());
        assertThat(token).startsWith("hrld_");
        look("tokens");
        try (var client = HttpClient.newHttpClient()) {
            HttpResponse<String> who = client.send(
                    HttpRequest.newBuilder(URI.create(base + "/api/v1/account"))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(who.body()).contains("ada@kit.example", "\"requests\"", "notebook");
            visit("/account/tokens");
            assertThat(page.content()).doesNotContain(token);
            page.getByLabel("Revoke notebook").click();
            assertThat(page.locator(".done")).containsText("revoked");
            assertThat(client.send(
                                    HttpRequest.newBuilder(URI.create(base + "/api/v1/account"))
                                            .header("Authorization", "Bearer " + token)
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(401);
        }

        visit("/account/sessions");
        assertThat(page.locator(".badge")).hasText("this one");
        look("sessions");
        visit("/account");
        send("Sign out");
        assertThat(page.locator(".done")).hasText("You are signed out.");
        visit("/account/tokens");
        assertThat(page.locator("h1")).hasText("Sign in");
        assertThat(complaints).allMatch(c -> c.contains("422")); // the wrong passwords of above
    }

    @Test
    void aDeadLinkAndAForgottenPasswordHavePages() {
        visit("/account/link/nonsense");
        assertThat(page.locator("h1")).containsText("of no use");
        look("dead-link");
        visit("/account/reset");
        look("reset");
    }

    @Test
    void everythingWorksByTheKeyboardAndWithoutScripts() {
        person("bo@kit.example", false);
        open(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(base + "/account");
        assertThat(page.locator("#email")).isFocused();
        page.keyboard().type("bo@kit.example");
        page.keyboard().press("Tab");
        page.keyboard().type(GOOD);
        page.keyboard().press("Enter");
        assertThat(page.locator(".room-head h1")).hasText("bo");
    }

    @Test
    void theAccountIsDeletedByItsOwner() {
        Account account = person("cy@kit.example", false);
        signIn("cy@kit.example");
        page.locator("#delete-current").fill("not the password at all");
        send("Delete my account");
        assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
                .containsText("not your password");
        page.locator("#delete-current").fill(GOOD);
        send("Delete my account");
        assertThat(page.locator(".done")).containsText("deleted");
        assertThat(served.accounts().accounts().find(account.id())).isEmpty();
    }

    @Test
    void anOperatorManagesUsersAndGroups() {
        Account other = person("dee@student.kit.example", false);
        person("op@kit.example", true);
        signIn("op@kit.example");
        page.locator(".room-list a", new Page.LocatorOptions().setHasText("Groups"))
                .click();
        look("groups-empty");
        page.getByLabel("Path").fill("Kascade!");
        send("Make the group");
        assertThat(page.locator("#group-wrong")).containsText("not the path");
        page.getByLabel("Path").fill("kascade/analysis");
        page.getByLabel("Who it is for").fill("Analysts of KASCADE");
        send("Make the group");
        page.locator("#rule-kascade").fill("email=*.kit.example");
        page.locator("#rule-kascade").press("Enter");
        assertThat(page.locator("main")).containsText("1 member");
        look("groups");

        page.locator(".room-list a", new Page.LocatorOptions().setHasText("Users"))
                .click();
        look("users");
        page.getByText("dee@student.kit.example").click();
        assertThat(page.locator("main")).containsText("by the e-mail address");
        page.getByLabel("Put into").selectOption("kascade/analysis");
        send("Put in");
        assertThat(page.locator("main")).containsText("given by an operator");
        send("Make a link to choose a password");
        Locator secret = page.locator("#secret");
        assertThat(secret).containsText("/account/link/");
        look("user");
        send("Disable");
        assertThat(page.locator(".room-head .badge")).hasText("disabled");
        assertThat(served.accounts().accounts().find(other.id()).orElseThrow().disabled())
                .isNotNull();
    }

    @Test
    void othersDoNotSeeTheOperatorsPages() {
        person("eve@kit.example", false);
        signIn("eve@kit.example");
        assertThat(page.locator(".room-list")).not().containsText("Users");
        page.navigate(base + "/admin");
        assertThat(page.locator("h1")).hasText("This is for operators");
        look("for-operators");
    }
}
