package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pages of other sites, and addresses that were made up, come to. */
class ForeignPagesIT {
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
    void formsNeedTheirToken() throws Exception {
        served.person("cas@kit.example");
        try (var browser = served.browser()) {
            assertThat(browser.post("/account/sign-in", "email=cas@kit.example&password=x")
                            .statusCode())
                    .isEqualTo(403);
            browser.signIn("cas@kit.example", AccountBrowser.GOOD);
            for (String action : List.of("/account/name", "/account/tokens", "/account/delete", "/account/sign-out")) {
                HttpResponse<String> refused = browser.post(action, "name=x");
                assertThat(refused.statusCode()).as(action).isEqualTo(403);
                assertThat(refused.body()).contains("form that is too old");
                assertThat(browser.post(action, "name=x&_csrf=guess").statusCode())
                        .as(action)
                        .isEqualTo(403);
            }
            try (var other = served.browser()) {
                served.person("dov@kit.example");
                other.signIn("dov@kit.example", AccountBrowser.GOOD);
                String theirs = AccountBrowser.token(other.get("/account").body());
                assertThat(browser.post("/account/name", AccountBrowser.form(theirs, "name", "x"))
                                .statusCode())
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void pagesOfOtherSitesChangeNothingByASession() throws Exception {
        served.person("eli@kit.example");
        try (var browser = served.browser()) {
            browser.signIn("eli@kit.example", AccountBrowser.GOOD);
            for (String[] foreign : new String[][] {
                {"Origin", "https://evil.example"},
                {"Origin", "null"},
                {"Sec-Fetch-Site", "cross-site"},
                {"Sec-Fetch-Site", "same-site"},
                {}
            }) {
                HttpResponse<String> refused = browser.post("/api/v1/requests", "{}", foreign);
                assertThat(refused.statusCode()).isEqualTo(403);
                assertThat(refused.body()).contains("U022");
                assertThat(browser.post("/tap/async", "QUERY=x", foreign).statusCode())
                        .isEqualTo(403);
            }
            assertThat(browser.post("/api/v1/requests", "{}", "Sec-Fetch-Site", "same-origin")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(browser.post("/api/v1/requests", "{}", "Origin", "http://localhost:" + served.port())
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void afterSigningInOneGoesToAPageOfThisServerOnly() throws Exception {
        served.person("jan@kit.example");
        for (String[] next : new String[][] {
            {"/requests", "/requests"},
            {"//evil.example", "/account"},
            {"https://evil.example", "/account"},
            {"/\\evil.example", "/account"}
        }) {
            try (var browser = served.browser()) {
                HttpResponse<String> in = browser.fill(
                        "/account/sign-in",
                        "/account/sign-in",
                        "email",
                        "jan@kit.example",
                        "password",
                        AccountBrowser.GOOD,
                        "next",
                        next[0]);
                assertThat(in.headers().firstValue("Location")).as(next[0]).hasValue(next[1]);
            }
        }
    }
}
