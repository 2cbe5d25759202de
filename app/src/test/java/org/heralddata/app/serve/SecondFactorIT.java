package org.heralddata.app.serve;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.heralddata.accounts.Account;
import org.heralddata.serve.portal.BrowserTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second factor in a real browser: set up, asked for, lost. */
class SecondFactorIT extends BrowserTest {
    private ServedHome served;

    @BeforeAll
    void make(@TempDir Path folder) throws Exception {
        served = ServedHome.open(Files.createDirectories(folder.resolve("home")));
        base = "http://localhost:" + served.port();
    }

    @AfterAll
    void end() {
        if (served != null) {
            served.close();
        }
    }

    private void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /** By the keyboard alone. */
    private void signIn(String email) {
        visit("/account/sign-in");
        page.getByLabel("E-mail address").fill(email);
        page.getByLabel("Password").fill(AccountBrowser.GOOD);
        page.keyboard().press("Enter");
    }

    @Test
    void isSetUpAskedForAndReplacedByARecoveryCode() {
        Account op = served.person("op@kit.example");
        served.accounts().accounts().operator(op.id(), true);
        signIn("op@kit.example");
        assertThat(page.locator(".ask")).containsText("without a second factor");
        assertForEverybody("asked");
        page.locator(".ask a").click();
        assertThat(page.locator("h1")).hasText("Second factor");
        assertForEverybody("none yet");
        page.locator("#current").fill("not the password at all");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("not your password");
        page.locator("#current").fill(AccountBrowser.GOOD);
        page.keyboard().press("Enter");
        assertThat(page.locator("svg.qr")).isVisible();
        assertForEverybody("to scan");
        var app =
                new Authenticator(Objects.requireNonNull(page.locator("#secret").textContent()));
        assertThat(page.locator("#code")).isFocused();
        page.keyboard().type("12345");
        page.keyboard().press("Enter");
        assertThat(page.locator("#code-wrong")).containsText("not the code");
        assertThat(page.locator("svg.qr")).hasCount(0);
        page.locator("#code").fill(app.code());
        page.keyboard().press("Enter");
        assertThat(page.locator("#recovery")).isVisible();
        assertForEverybody("recovery codes");
        String[] codes = Objects.requireNonNull(page.locator("#recovery").textContent())
                .strip()
                .split("\\s+");
        assertThat(codes).hasSize(10);
        visit("/admin");
        assertThat(page.locator(".ask")).hasCount(0);
        visit("/account/second-factor");
        assertForEverybody("on");

        visit("/account");
        press("Sign out");
        signIn("op@kit.example");
        assertThat(page.locator("h1")).hasText("One more step");
        assertThat(page.locator("#code")).isFocused();
        assertForEverybody("one more step");
        visit("/account");
        assertThat(page.locator("h1")).hasText("Sign in");
        visit("/account/second-step");
        page.keyboard().type("000000");
        page.keyboard().press("Enter");
        assertThat(page.locator("#code-wrong")).containsText("not the code");
        page.locator("#code").fill(app.next());
        page.keyboard().press("Enter");
        assertThat(page.locator(".room-head h1")).hasText("op");

        press("Sign out");
        signIn("op@kit.example");
        page.locator("#code").fill(codes[2]);
        page.keyboard().press("Enter");
        assertThat(page.locator(".room-head h1")).hasText("op");
        visit("/account/second-factor");
        page.locator("#remove-code").fill(codes[2]);
        press("Take the second factor away");
        assertThat(page.locator("#remove-code-wrong")).containsText("was used");
        page.locator("#remove-code").fill(codes[3]);
        press("Take the second factor away");
        assertThat(page.locator(".done")).containsText("taken away");
        assertThat(complaints).allMatch(c -> c.contains("422")); // the wrong codes and password of above
    }

    @Test
    void anOperatorTakesItAwayFromSomebodyWhoLostIt() {
        Account op = served.person("boss@kit.example");
        served.accounts().accounts().operator(op.id(), true);
        Account lost = served.person("lost@kit.example");
        byte[] secret = served.accounts().secondFactors().begin(lost);
        served.accounts()
                .secondFactors()
                .confirm(lost, org.heralddata.accounts.second.Totp.code(secret, java.time.Instant.now()), 0);
        signIn("boss@kit.example");
        assertThat(page.locator(".room-head h1")).hasText("boss");
        visit("/admin/users/" + lost.id());
        assertForEverybody("user with a second factor");
        press("Take the second factor away");
        assertThat(page.locator(".done")).containsText("saved");
        assertThat(served.accounts().secondFactors().of(lost.id())).isEmpty();
    }
}
