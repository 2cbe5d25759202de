package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.Scope;
import org.heralddata.model.diagnostic.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node of which every setting of accounts is unusual: each takes effect. */
class AccountSettingsIT {
    @TempDir
    private static Path folder;

    private static ServedHome served;

    @BeforeAll
    static void serve() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(home.resolve("terms.txt"), "Be kind to the muons.\n");
        Files.writeString(home.resolve("config.yaml"), """
                layout: 1
                accounts:
                  registration: closed
                  terms_version: 2026-11
                  terms_file: terms.txt
                  session_hours: 1
                  session_days: 3
                  link_hours: 2
                  argon2_kibibytes: 8192
                  argon2_passes: 3
                  tokens: 1
                  second_factor: required
                """);
        served = ServedHome.open(home);
    }

    @AfterAll
    static void close() {
        served.close();
    }

    private static String ask(String sql, String account) throws SQLException {
        try (Connection connection = served.home().database().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, account);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return String.valueOf(row.getString(1));
            }
        }
    }

    @Test
    void registrationIsClosed() throws Exception {
        try (var browser = served.browser()) {
            assertThat(browser.get("/account/sign-in").body()).contains("takes no registrations");
        }
    }

    @Test
    void theTermsAreThoseOfTheFileAndAskedForAgainWhenTheyChange() throws Exception {
        Account account = served.accounts().accounts().add("terms@kit.example", "", false);
        String link = served.accounts().registration().operatorLink(account);
        String path = link.substring(link.indexOf("/account/"));
        try (var browser = served.browser()) {
            assertThat(browser.get(path).body()).contains("Be kind to the muons.", "Version 2026-11");
            browser.fill(path, path, "password", AccountBrowser.GOOD, "terms", "agreed");
            assertThat(ask("select terms from account where id = ?", account.id()))
                    .isEqualTo("2026-11");
            assertThat(browser.get("/account").statusCode()).isEqualTo(200);
            assertThat(ask("update account set terms = '2025-01' where id = ? returning id", account.id()))
                    .isEqualTo(account.id());
            HttpResponse<String> stopped = browser.get("/account", "Accept", "text/html");
            assertThat(stopped.headers().firstValue("Location")).hasValue("/account/terms?next=%2Faccount");
            assertThat(browser.get("/account/terms").body()).contains("They have changed", "Be kind to the muons.");
            HttpResponse<String> agreed = browser.fill("/account/terms", "/account/terms", "next", "/account/tokens");
            assertThat(agreed.headers().firstValue("Location")).hasValue("/account/tokens");
            assertThat(browser.get("/account/tokens", "Accept", "text/html").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void sessionsAndLinksLiveAsLongAsIsSaid() throws Exception {
        Account account = served.person("life@kit.example");
        String secret = served.accounts().sessions().begin(account.id(), "", "192.0.2.1", false);
        assertThat(ask(
                        "select expires - created = interval '3 days' from account_session where account = ?",
                        account.id()))
                .isEqualTo("t");
        String back = "update account_session set seen = now() - interval '%d minutes' where account = ? returning 1";
        ask(back.formatted(50), account.id());
        assertThat(served.accounts().sessions().find(secret)).isPresent();
        ask(back.formatted(61), account.id());
        assertThat(served.accounts().sessions().find(secret)).isEmpty();
        served.accounts().registration().operatorLink(account);
        assertThat(ask(
                        "select expires - created = interval '2 hours' from account_link where account = ?",
                        account.id()))
                .isEqualTo("t");
    }

    @Test
    void passwordsCostAsMuchAsIsSaid() throws Exception {
        Account account = served.person("cost@kit.example");
        assertThat(ask("select password from account where id = ?", account.id()))
                .startsWith("$argon2id$v=19$m=8192,t=3,p=1$");
    }

    @Test
    void anAccountHasAsManyTokensAsIsSaid() {
        Account account = served.person("tokens@kit.example");
        served.accounts().tokens().make(account, "one", Set.of(Scope.READ), Duration.ofDays(1));
        assertThatThrownBy(
                        () -> served.accounts().tokens().make(account, "two", Set.of(Scope.READ), Duration.ofDays(1)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has 1 tokens");
    }

    @Test
    void operatorsNeedASecondFactor() {
        Account account = served.person("operator@kit.example");
        served.accounts().accounts().operator(account.id(), true);
        String weak = served.accounts().sessions().begin(account.id(), "", "192.0.2.1", false);
        assertThat(served.accounts().sessions().find(weak).orElseThrow().operates())
                .isFalse();
    }
}
