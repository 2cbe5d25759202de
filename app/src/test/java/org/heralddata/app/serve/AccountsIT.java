package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts over HTTP: what is given to whom. */
class AccountsIT {
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
    void allThatIsKeptIsGivenToItsOwner() throws Exception {
        served.person("ida@kit.example");
        try (var browser = served.browser()) {
            browser.signIn("ida@kit.example", AccountBrowser.GOOD);
            HttpResponse<String> export = browser.get("/account/export.json");
            assertThat(export.headers().firstValue("Content-Disposition").orElse(""))
                    .contains("attachment");
            assertThat(export.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(export.body())
                    .contains("ida@kit.example", "\"requests\"", "\"sessions\"")
                    .doesNotContain("argon2");
        }
    }

    @Test
    void answersToLettersAskedForAreTheSameAndWithoutMailItIsSaid() throws Exception {
        try (var browser = served.browser()) {
            assertThat(browser.get("/account/register").body()).contains("cannot send e-mail");
            HttpResponse<String> refused =
                    browser.fill("/account/sign-in", "/account/register", "email", "new@kit.example");
            assertThat(refused.statusCode()).isEqualTo(403);
        }
    }
}
