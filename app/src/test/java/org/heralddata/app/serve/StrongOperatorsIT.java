package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.second.Totp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node whose operators need a second factor. */
class StrongOperatorsIT {
    @TempDir
    private static Path folder;

    private static ServedHome served;

    @BeforeAll
    static void serve() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(home.resolve("config.yaml"), "layout: 1\naccounts: {second_factor: required}\n");
        served = ServedHome.open(home);
    }

    @AfterAll
    static void close() {
        served.close();
    }

    private static Account operator(String email) {
        Account account = served.person(email);
        served.accounts().accounts().operator(account.id(), true);
        return account;
    }

    @Test
    void aPasswordAloneLeadsToTheSetUpAndToNoPageOfOperators() throws Exception {
        operator("ada@kit.example");
        try (var browser = served.browser()) {
            browser.signIn("ada@kit.example", AccountBrowser.GOOD);
            for (String path : new String[] {"/admin", "/admin/groups", "/admin/users/x"}) {
                HttpResponse<String> sent = browser.get(path);
                assertThat(sent.statusCode()).as(path).isEqualTo(303);
                assertThat(sent.headers().firstValue("Location")).hasValue("/account/second-factor");
            }
            assertThat(browser.get("/account/second-factor").body()).contains("operators need a second factor");
            assertThat(browser.fill("/account", "/admin/users", "email", "x@kit.example")
                            .statusCode())
                    .isEqualTo(303);
            assertThat(served.accounts().accounts().byEmail("x@kit.example")).isEmpty();
            HttpResponse<String> token =
                    browser.fill("/account/tokens", "/account/tokens", "name", "all", "scope", "admin", "days", "1");
            assertThat(token.statusCode()).isEqualTo(422);
            assertThat(token.body()).contains("needs a session with a second factor");
        }
    }

    @Test
    void withTheCodeTheyOperate() throws Exception {
        Account account = operator("bo@kit.example");
        byte[] secret = served.accounts().secondFactors().begin(account);
        served.accounts().secondFactors().confirm(account, Totp.code(secret, Instant.now()), 0);
        var app = new Authenticator(Totp.typed(secret));
        try (var browser = served.browser()) {
            HttpResponse<String> half = browser.signIn("bo@kit.example", AccountBrowser.GOOD);
            assertThat(half.headers().firstValue("Location")).hasValue("/account/second-step?next=%2Faccount");
            assertThat(browser.session()).isEmpty();
            assertThat(browser.get("/admin").headers().firstValue("Location").orElse(""))
                    .startsWith("/account/sign-in");
            HttpResponse<String> whole = browser.fill(
                    "/account/second-step", "/account/second-step", "code", app.next(), "next", "//evil.example");
            assertThat(whole.headers().firstValue("Location")).hasValue("/account");
            assertThat(browser.get("/admin").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aLinkForANewPasswordDoesNotGoPastTheCode() throws Exception {
        Account account = served.person("cy@kit.example");
        byte[] secret = served.accounts().secondFactors().begin(account);
        served.accounts().secondFactors().confirm(account, Totp.code(secret, Instant.now()), 0);
        String link = served.accounts().registration().operatorLink(account);
        String path = link.substring(link.indexOf("/account/"));
        try (var browser = served.browser()) {
            HttpResponse<String> sent = browser.fill(path, path, "password", "nine loud gammas over sand");
            assertThat(sent.headers().firstValue("Location").orElse("")).startsWith("/account/second-step");
            assertThat(browser.session()).isEmpty();
        }
    }

    @Test
    void codesAreTriedSlowly() throws Exception {
        Account account = served.person("dee@kit.example");
        byte[] secret = served.accounts().secondFactors().begin(account);
        served.accounts().secondFactors().confirm(account, Totp.code(secret, Instant.now()), 0);
        try (var browser = served.browser()) {
            browser.signIn("dee@kit.example", AccountBrowser.GOOD);
            for (int i = 0; i < 5; i++) {
                assertThat(browser.fill("/account/second-step", "/account/second-step", "code", "000000")
                                .statusCode())
                        .isEqualTo(422);
            }
            HttpResponse<String> slow = browser.fill("/account/second-step", "/account/second-step", "code", "000000");
            assertThat(slow.statusCode()).isEqualTo(429);
            assertThat(slow.body()).contains("too many wrong codes");
        }
    }
}
