package org.heralddata.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.heralddata.accounts.AccountSettings;
import org.heralddata.accounts.Provider;
import org.heralddata.app.console.AppCode;
import org.heralddata.app.mail.MailSettings;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.serve.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of accounts, the network around them, and mail. */
class AccountSettingsTest extends ReadSettings {
    @Test
    void readsHowAccountsAreKept() throws Exception {
        assertThat(read("").accounts()).isEqualTo(AccountSettings.USUAL);
        Files.writeString(folder.resolve("terms.txt"), "Be kind.\n");
        assertThat(read("""
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
                        """).accounts())
                .isEqualTo(new AccountSettings(
                        false,
                        "2026-11",
                        "Be kind.",
                        Duration.ofHours(1),
                        Duration.ofDays(3),
                        Duration.ofHours(2),
                        8192,
                        3,
                        1,
                        true));
    }

    @Test
    void operatorsOfANodeThatTheWorldSeesNeedASecondFactorUnlessItSaysOtherwise() throws Exception {
        String node =
                "node: {url: '%s://data.example.org', organisation: {name: X}, contact: {name: X, email: a@b.org}}\n";
        assertThat(read(node.formatted("https")).accounts().strong()).isTrue();
        assertThat(read(node.formatted("http")).accounts().strong()).isFalse();
        assertThat(read(node.formatted("https") + "accounts: {second_factor: asked}\n")
                        .accounts()
                        .strong())
                .isFalse();
    }

    @Test
    void readsProviders() throws Exception {
        assertThat(read("").providers()).isEmpty();
        assertThat(read("""
                        oidc:
                          toy: {issuer: 'https://login.example.org/', client_id: herald, client_secret_file: toy.secret}
                          here: {issuer: 'http://localhost:90/x', client_id: h, client_secret_file: /s, groups_claim: roles}
                        """).providers())
                .containsExactly(
                        new Provider(
                                "toy",
                                "https://login.example.org",
                                "herald",
                                folder.toAbsolutePath().resolve("toy.secret"),
                                "groups"),
                        new Provider("here", "http://localhost:90/x", "h", Path.of("/s"), "roles"));
    }

    @Test
    void readsWhichProxiesAreBelieved() throws Exception {
        assertThat(read("").network()).isEqualTo(Network.PLAIN);
        Network one = read("network: {trusted_proxies: 127.0.0.1}\n").network();
        assertThat(one.proxies()).hasSize(1);
        assertThat(one.header()).isEqualTo(Network.Header.X_FORWARDED);
        Network two = read("network: {trusted_proxies: [10.0.0.0/8, '2001:db8::/32'], proxy_header: forwarded}\n")
                .network();
        assertThat(two.proxies().get(1).has("2001:db8::1")).isTrue();
        assertThat(two.header()).isEqualTo(Network.Header.FORWARDED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accounts: {registration: maybe} | accounts.registration",
                "accounts: {terms_version: ''} | accounts.terms_version",
                "accounts: {terms_file: none.txt} | accounts.terms_file",
                "accounts: {session_hours: 0} | accounts.session_hours",
                "accounts: {session_days: 366} | accounts.session_days",
                "accounts: {link_hours: 169} | accounts.link_hours",
                "accounts: {argon2_kibibytes: 64} | accounts.argon2_kibibytes",
                "accounts: {argon2_passes: 0} | accounts.argon2_passes",
                "accounts: {tokens: many} | accounts.tokens",
                "accounts: {second_factor: never} | accounts.second_factor",
                "accounts: {password: x} | accounts.password",
                "oidc: {Toy: {}} | oidc.Toy",
                "oidc: {toy: {client_id: h, client_secret_file: s}} | oidc.toy.issuer",
                "oidc: {toy: {issuer: 'http://login.example.org', client_id: h, client_secret_file: s}} | oidc.toy.issuer",
                "oidc: {toy: {issuer: 'https://x.org', client_secret_file: s}} | oidc.toy.client_id",
                "oidc: {toy: {issuer: 'https://x.org', client_id: h}} | oidc.toy.client_secret_file",
                "oidc: {toy: {issuer: 'https://x.org', client_id: h, client_secret_file: s, groups_claim: ''}} | oidc.toy.groups_claim",
                "oidc: {toy: {issuer: 'https://x.org', client_id: h, client_secret: s}} | oidc.toy.client_secret",
                "network: {trusted_proxies: proxy.example.org} | network.trusted_proxies",
                "network: {trusted_proxies: [10.0.0.0/33]} | network.trusted_proxies",
                "network: {proxy_header: both} | network.proxy_header",
                "network: {tls_certificate: none.pem} | network.tls_key",
                "network: {tls_key: none.pem} | network.tls_certificate",
                "network: {tls_certificate: none.pem, tls_key: none.pem} | network.tls_certificate"
            })
    void tellsWhereASettingOfAccountsOrTheNetworkIsWrong(String text, String place) {
        assertThatThrownBy(() -> read(text + "\n")).isInstanceOfSatisfying(Refusal.class, refusal -> {
            var told = refusal.diagnostics().getFirst();
            assertThat(told.code()).isEqualTo(AppCode.SETTING);
            assertThat(told.location()).isInstanceOfSatisfying(Location.InFile.class, where -> {
                assertThat(where.file()).endsWith("config.yaml");
                assertThat(where.path()).isEqualTo(place);
            });
        });
    }

    @Test
    void sendsNoMailUnlessItIsToldHow() throws Exception {
        assertThat(read("").mail()).isEmpty();
        assertThat(read("mail: {host: mail.example.org, from: herald@example.org}\n")
                        .mail())
                .hasValue(new MailSettings(
                        "mail.example.org", 587, MailSettings.Security.STARTTLS, null, null, "herald@example.org"));
        assertThat(read("""
                        mail: {host: localhost, port: 2525, security: none, user: herald, password_file: secret,
                               from: herald@example.org}
                        """).mail())
                .hasValue(new MailSettings(
                        "localhost",
                        2525,
                        MailSettings.Security.NONE,
                        "herald",
                        folder.toAbsolutePath().resolve("secret"),
                        "herald@example.org"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{from: a@b.org} | mail.host",
                "{host: h} | mail.from",
                "{host: h, from: a@b.org, user: u} | mail.password_file",
                "{host: h, from: a@b.org, security: ssl} | mail.security",
                "{host: h, from: 'a@b.org, c@d.org'} | mail.from"
            })
    void refusesAMailServerThatCouldNotBeUsed(String mail, String place) {
        assertThatThrownBy(() -> read("mail: " + mail + "\n"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(place);
    }
}
