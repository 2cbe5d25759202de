package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.heralddata.accounts.Account;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions over HTTP: how they begin and end. */
class SessionsIT {
    @TempDir
    private static Path folder;

    private static ServedHome served;

    @BeforeAll
    static void serve() throws IOException {
        served = ServedHome.open(Files.createDirectories(folder.resolve("home")));
    }

    @AfterAll
    static void close() {
        served.close();
    }

    @Test
    void whoSignsInIsKnownUntilTheySignOut() throws Exception {
        served.person("ada@kit.example");
        try (var browser = served.browser()) {
            assertThat(browser.signIn("ada@kit.example", "something else altogether")
                            .body())
                    .contains("do not belong together");
            HttpResponse<String> in = browser.signIn("ada@kit.example", AccountBrowser.GOOD);
            assertThat(in.statusCode()).isEqualTo(303);
            assertThat(in.headers().firstValue("Location")).hasValue("/account");
            assertThat(in.headers().allValues("Set-Cookie"))
                    .anySatisfy(c -> assertThat(c).contains("herald-session=", "HttpOnly", "SameSite=Lax", "Path=/"));
            assertThat(browser.get("/account").body()).contains("ada@kit.example", "Sign out");
            assertThat(browser.get("/").body()).contains("Account of ");

            String before = browser.session();
            assertThat(browser.fill("/account", "/account/sign-out").statusCode())
                    .isEqualTo(303);
            assertThat(browser.get("/account").headers().firstValue("Location").orElse(""))
                    .startsWith("/account/sign-in");
            assertThat(browser.get("/account", "Cookie", "herald-session=" + before)
                            .statusCode())
                    .isEqualTo(303);
        }
    }

    @Test
    void whoShowsNothingGetsNoCookie() throws Exception {
        for (String path :
                List.of("/", "/about", "/api/v1/collections", "/tap/capabilities", "/health", "/css/base.css")) {
            HttpResponse<String> answer = served.get(path);
            assertThat(answer.headers().allValues("Set-Cookie")).as(path).isEmpty();
        }
    }

    @Test
    void signingInGivesANewSecretWhateverTheBrowserCameWith() throws Exception {
        served.person("fay@kit.example");
        try (var browser = served.browser()) {
            browser.signIn("fay@kit.example", AccountBrowser.GOOD);
            String first = browser.session();
            Account account = served.accounts().accounts().named("fay@kit.example");
            served.accounts().sessions().endAll(account.id(), 0);
            browser.signIn("fay@kit.example", AccountBrowser.GOOD);
            assertThat(browser.session()).isNotEqualTo(first).isNotEmpty();
            assertThat(served.accounts().sessions().find(first)).isEmpty();
        }
    }

    @Test
    void aNewPasswordEndsAllOtherSessions() throws Exception {
        served.person("gus@kit.example");
        try (var here = served.browser();
                var there = served.browser()) {
            here.signIn("gus@kit.example", AccountBrowser.GOOD);
            there.signIn("gus@kit.example", AccountBrowser.GOOD);
            assertThat(here.fill(
                                    "/account",
                                    "/account/password",
                                    "current",
                                    "wrong wrong wrong",
                                    "password",
                                    "nine loud gammas over sand")
                            .statusCode())
                    .isEqualTo(422);
            assertThat(here.fill(
                                    "/account",
                                    "/account/password",
                                    "current",
                                    AccountBrowser.GOOD,
                                    "password",
                                    "nine loud gammas over sand")
                            .statusCode())
                    .isEqualTo(303);
            assertThat(here.get("/account").statusCode()).isEqualTo(200);
            assertThat(there.get("/account").statusCode()).isEqualTo(303);
        }
    }

    @Test
    void allOtherSessionsAreEndedAtOnce() throws Exception {
        served.person("hal@kit.example");
        try (var here = served.browser();
                var there = served.browser()) {
            here.signIn("hal@kit.example", AccountBrowser.GOOD);
            there.signIn("hal@kit.example", AccountBrowser.GOOD);
            here.fill("/account/sessions", "/account/sessions/end-others");
            assertThat(here.get("/account").statusCode()).isEqualTo(200);
            assertThat(there.get("/account").statusCode()).isEqualTo(303);
        }
    }
}
