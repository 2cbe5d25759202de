package org.heralddata.app.serve;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import org.heralddata.accounts.Account;
import org.heralddata.serve.portal.BrowserTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fields of passwords, and what a browser keeps, in a real one. */
class PasswordFieldsIT extends BrowserTest {
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

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    void whatWasTypedIsShownIfOneWantsAndPasswordsMayBePasted() {
        visit("/account/sign-in");
        Locator field = page.locator("#password");
        field.fill(AccountBrowser.GOOD);
        assertThat(field).hasAttribute("type", "password");
        assertThat(field).hasAttribute("autocomplete", "current-password");
        button("Show Password").click();
        assertThat(field).hasAttribute("type", "text");
        assertThat(field).hasValue(AccountBrowser.GOOD);
        assertForEverybody("shown password");
        button("Hide Password").click();
        assertThat(field).hasAttribute("type", "password");
        Object refused =
                page.evaluate("() => { const e = new ClipboardEvent('paste', {bubbles: true, cancelable: true});"
                        + " return !document.getElementById('password').dispatchEvent(e); }");
        assertThat(refused).isEqualTo(false);
    }

    @Test
    void newPasswordsAreMeasured() {
        Account account = served.accounts().accounts().add("new@kit.example", "", false);
        String link = served.accounts().registration().operatorLink(account);
        visit(link.substring(link.indexOf("/account/")));
        Locator field = page.locator("#password");
        Locator strength = page.locator(".strength");
        assertThat(strength).isHidden();
        field.fill("short");
        assertThat(strength).containsText("too short");
        field.fill("aaaaaaaaaaaaaaaa");
        assertThat(strength).containsText("weak");
        field.fill(AccountBrowser.GOOD);
        assertThat(strength).containsText("strong");
        assertForEverybody("strength");
    }

    @Test
    void whoSignsOutLeavesNoQueriesInTheBrowser() {
        served.person("out@kit.example");
        visit("/account/sign-in");
        page.getByLabel("E-mail address").fill("out@kit.example");
        page.locator("#password").fill(AccountBrowser.GOOD);
        page.keyboard().press("Enter");
        assertThat(page.locator(".room-head h1")).isVisible();
        page.evaluate("() => { localStorage.setItem('herald-adql-history', '[\"SELECT secret\"]');"
                + " localStorage.setItem('herald-adql-jobs', '[]'); }");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        assertThat(page.locator(".done")).hasText("You are signed out.");
        page.waitForFunction("() => localStorage.getItem('herald-adql-history') === null"
                + " && localStorage.getItem('herald-adql-jobs') === null");
    }

    @Test
    void noSecretIsKeptWhereScriptsReadIt() {
        served.person("kept@kit.example");
        visit("/account/sign-in");
        page.getByLabel("E-mail address").fill("kept@kit.example");
        page.locator("#password").fill(AccountBrowser.GOOD);
        page.keyboard().press("Enter");
        assertThat(page.locator(".room-head h1")).isVisible();
        assertThat(page.evaluate("() => document.cookie")).isEqualTo("");
        assertThat(String.valueOf(page.evaluate("() => JSON.stringify({...localStorage, ...sessionStorage})")))
                .doesNotContain("kept@kit.example", AccountBrowser.GOOD);
    }
}
