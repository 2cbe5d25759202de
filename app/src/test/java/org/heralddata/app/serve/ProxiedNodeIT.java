package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node behind a proxy on this machine: limits and addresses are the visitors', if the proxy is trusted. */
class ProxiedNodeIT {
    private static final String FOR = "X-Forwarded-For";

    @TempDir
    private Path folder;

    private ServedHome node(String settings) throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(home.resolve("config.yaml"), "layout: 1\n" + settings);
        return ServedHome.open(home);
    }

    private static HttpResponse<String> wrong(AccountBrowser browser, String visitor, int number) throws Exception {
        String token = AccountBrowser.token(
                browser.get("/account/sign-in", FOR, visitor).body());
        return browser.post(
                "/account/sign-in",
                AccountBrowser.form(
                        token, "email", "nobody%d@kit.example".formatted(number), "password", "wrong wrong wrong"),
                FOR,
                visitor);
    }

    @Test
    void limitsAreOfEachVisitorBehindATrustedProxy() throws Exception {
        try (var served = node(
                        "network: {trusted_proxies: [127.0.0.1, '::1']}\naccounts: {argon2_passes: 1, argon2_kibibytes: 7168}\n");
                var browser = served.browser()) {
            for (int i = 0; i < 30; i++) {
                assertThat(wrong(browser, "198.51.100.%d, 203.0.113.9".formatted(i), i)
                                .statusCode())
                        .isEqualTo(422);
            }
            // what stands before the visitor's own address is made up, and changes nothing
            assertThat(wrong(browser, "198.51.100.77, 203.0.113.9", 31).statusCode())
                    .isEqualTo(429);
            assertThat(wrong(browser, "203.0.113.10", 32).statusCode()).isEqualTo(422);
        }
    }

    @Test
    void whoIsNotTrustedMakesNoAddressesUp() throws Exception {
        try (var served = node("accounts: {argon2_passes: 1, argon2_kibibytes: 7168}\n");
                var browser = served.browser()) {
            for (int i = 0; i < 30; i++) {
                assertThat(wrong(browser, "203.0.113." + i, i).statusCode()).isEqualTo(422);
            }
            assertThat(wrong(browser, "203.0.113.99", 31).statusCode()).isEqualTo(429);
        }
    }

    @Test
    void sessionsAndAddressesThatAreGivenOutAreAsTheVisitorSeesThem() throws Exception {
        try (var served = node("network: {trusted_proxies: [127.0.0.1, '::1']}\n");
                var browser = served.browser()) {
            served.person("ada@kit.example");
            String form = AccountBrowser.form(
                    AccountBrowser.token(browser.get("/account/sign-in").body()),
                    "email",
                    "ada@kit.example",
                    "password",
                    AccountBrowser.GOOD);
            browser.post("/account/sign-in", form, FOR, "203.0.113.9");
            assertThat(browser.get("/account/sessions").body()).contains("203.0.113.9");
            String capabilities = browser.get("/tap/capabilities", FOR, "203.0.113.9", "X-Forwarded-Proto", "https")
                    .body();
            assertThat(capabilities).contains(">https://localhost").doesNotContain(">http://localhost");
            assertThat(browser.get("/tap/capabilities", "X-Forwarded-Host", "evil.example")
                            .body())
                    .doesNotContain("evil.example");
        }
    }
}
