package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.GroupRule;
import org.heralddata.model.access.Group;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sign-in by a real, certified OpenID provider, step by step as a browser goes. */
class OidcIT {
    private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final Group PHYSICS = new Group("physics");

    @TempDir
    private static Path folder;

    private static OidcProvider provider;
    private static ServedHome served;

    @BeforeAll
    static void serve() throws Exception {
        provider = OidcProvider.start();
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(home.resolve("oidc.secret"), "herald-secret\n");
        Files.writeString(home.resolve("wrong.secret"), "not-the-secret\n");
        Files.writeString(home.resolve("config.yaml"), """
                layout: 1
                accounts: {second_factor: required}
                oidc:
                  toy:
                    issuer: %1$s
                    client_id: herald
                    client_secret_file: oidc.secret
                  named:
                    issuer: %1$s
                    client_id: herald
                    client_secret_file: oidc.secret
                    groups_claim: name
                  wrong:
                    issuer: %1$s
                    client_id: herald
                    client_secret_file: wrong.secret
                  stranger:
                    issuer: %1$s
                    client_id: somebody-else
                    client_secret_file: oidc.secret
                  gone:
                    issuer: http://localhost:1
                    client_id: herald
                    client_secret_file: oidc.secret
                """.formatted(provider.issuer()));
        served = ServedHome.open(home);
        String back = "http://localhost:%d/account/oidc/callback/".formatted(served.port());
        provider.client(back + "toy " + back + "named " + back + "wrong");
        served.accounts().groups().add(PHYSICS, "");
        served.accounts().groups().rule(GroupRule.read(PHYSICS, "oidc:toy=physics"));
    }

    @AfterAll
    static void close() {
        served.close();
        provider.close();
    }

    /** What a browser sees, redirects followed. */
    private record Seen(URI at, int status, String body) {}

    private static final class Browser implements AutoCloseable {
        private final CookieManager cookies = new CookieManager();
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(cookies).build();

        Seen go(URI to) throws IOException, InterruptedException {
            return follow(
                    HttpRequest.newBuilder(to).header("Accept", "text/html").build());
        }

        /** As a program asks. */
        Seen plain(URI to) throws IOException, InterruptedException {
            return follow(HttpRequest.newBuilder(to).build());
        }

        Seen send(URI to, String form) throws IOException, InterruptedException {
            return follow(HttpRequest.newBuilder(to)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form))
                    .build());
        }

        private Seen follow(HttpRequest request) throws IOException, InterruptedException {
            HttpRequest next = request;
            while (true) {
                HttpResponse<String> answer = client.send(next, HttpResponse.BodyHandlers.ofString());
                var location = answer.headers().firstValue("Location");
                if (answer.statusCode() / 100 != 3 || location.isEmpty()) {
                    return new Seen(next.uri(), answer.statusCode(), answer.body());
                }
                next = HttpRequest.newBuilder(next.uri().resolve(location.get()))
                        .header("Accept", "text/html")
                        .build();
            }
        }

        /** At the provider: name, any password, then consent. */
        Seen signIn(String login) throws IOException, InterruptedException {
            return signIn(login, "toy");
        }

        Seen signIn(String login, String name) throws IOException, InterruptedException {
            Seen asked = go(URI.create("http://localhost:%d/account/oidc/%s".formatted(served.port(), name)));
            assertThat(asked.at().toString()).as(asked.body()).startsWith(provider.issuer());
            Seen consent = send(action(asked), "prompt=login&login=" + login + "&password=any");
            return send(action(consent), "prompt=consent");
        }

        /** To the terms of the node. */
        Seen agree(Seen terms) throws IOException, InterruptedException {
            return send(terms.at().resolve("/account/terms"), AccountBrowser.form(AccountBrowser.token(terms.body())));
        }

        private static URI action(Seen page) {
            Matcher form = ACTION.matcher(page.body());
            assertThat(form.find()).as(page.body()).isTrue();
            return page.at().resolve(form.group(1));
        }

        @Override
        public void close() {
            client.close();
        }
    }

    @Test
    void whoTheProviderKnowsIsSignedInAndInTheGroupOfTheirClaim() throws Exception {
        try (var browser = new Browser()) {
            Seen terms = browser.signIn("ada");
            assertThat(terms.at().getPath()).isEqualTo("/account/terms");
            Seen own = browser.agree(terms);
            assertThat(own.at().getPath()).isEqualTo("/account");
            assertThat(own.body()).contains("ada@provider.example", "by the identity provider, toy physics");
        }
        Account account =
                served.accounts().accounts().byEmail("ada@provider.example").orElseThrow();
        assertThat(account.name()).isEqualTo("Ada");
        assertThat(account.password()).isFalse();
        assertThat(served.accounts().groups().groups(account.id())).containsExactly(PHYSICS);
        try (var again = new Browser()) {
            again.signIn("ada");
        }
        assertThat(served.accounts().accounts().list("ada@", 10)).hasSize(1);
    }

    @Test
    void whoHasNotAgreedToTheTermsSeesNothingElse() throws Exception {
        try (var browser = new Browser()) {
            Seen terms = browser.signIn("grace");
            URI node = terms.at().resolve("/");
            assertThat(terms.at().getPath()).isEqualTo("/account/terms");
            assertThat(terms.body()).contains("I agree to these terms", "Sign out", "Download my data", "Delete");
            for (String path : new String[] {
                "/", "/about", "/account", "/account/tokens", "/account/sessions", "/requests", "/admin", "/adql"
            }) {
                assertThat(browser.go(node.resolve(path)).at().getPath())
                        .as(path)
                        .isEqualTo("/account/terms");
            }
            for (String path : new String[] {"/api/v1/collections", "/api/v1/requests", "/tap/tables", "/rpc"}) {
                Seen refused = browser.plain(node.resolve(path));
                assertThat(refused.status()).as(path).isEqualTo(403);
                assertThat(refused.body()).contains("U011");
            }
            String form = AccountBrowser.form(AccountBrowser.token(terms.body()), "name", "x");
            assertThat(browser.send(node.resolve("/account/name"), form).status())
                    .isEqualTo(403);
            assertThat(browser.send(node.resolve("/account/tokens"), form).status())
                    .isEqualTo(403);

            assertThat(browser.plain(node.resolve("/css/base.css")).status()).isEqualTo(200);
            assertThat(browser.plain(node.resolve("/account/export.json")).body())
                    .contains("grace@provider.example");
            assertThat(browser.send(node.resolve("/account/delete"), form).body())
                    .contains("not the account's e-mail address", "I agree to these terms");
            Seen gone = browser.send(
                    node.resolve("/account/delete"),
                    AccountBrowser.form(AccountBrowser.token(terms.body()), "email", "grace@provider.example"));
            assertThat(gone.at().getPath()).isEqualTo("/account/sign-in");
            assertThat(served.accounts().accounts().byEmail("grace@provider.example"))
                    .isEmpty();
        }
    }

    @Test
    void whoDoesNotAgreeMaySignOutAndGoOnAsAnyone() throws Exception {
        try (var browser = new Browser()) {
            Seen terms = browser.signIn("hedy");
            Seen out = browser.send(
                    terms.at().resolve("/account/sign-out"), AccountBrowser.form(AccountBrowser.token(terms.body())));
            assertThat(out.at().getPath()).isEqualTo("/account/sign-in");
            assertThat(browser.go(terms.at().resolve("/about")).at().getPath()).isEqualTo("/about");
        }
    }

    @Test
    void anAddressThatTheProviderHasNotConfirmedMakesNoAccount() throws Exception {
        try (var browser = new Browser()) {
            Seen refused = browser.signIn("mallory");
            assertThat(refused.at().getPath()).isEqualTo("/account/sign-in");
            assertThat(refused.body()).contains("no confirmed e-mail address");
        }
        assertThat(served.accounts().accounts().byEmail("mallory@provider.example"))
                .isEmpty();
    }

    /** {@code amr} of the ID token (RFC 8176): the provider says how it knew them, with a signature. */
    @Test
    void anOperatorOperatesIfTheProviderSaysThatSeveralFactorsWereShown() throws Exception {
        URI admin = URI.create("http://localhost:%d/admin".formatted(served.port()));
        for (String login : new String[] {"strong-olga", "olga"}) {
            try (var first = new Browser()) {
                first.agree(first.signIn(login));
            }
            Account account = served.accounts()
                    .accounts()
                    .byEmail(login + "@provider.example")
                    .orElseThrow();
            served.accounts().accounts().operator(account.id(), true);
            try (var browser = new Browser()) {
                browser.signIn(login);
                Seen seen = browser.go(admin);
                if (login.startsWith("strong-")) {
                    assertThat(seen.at().getPath()).as(login).isEqualTo("/admin");
                    assertThat(seen.status()).isEqualTo(200);
                } else {
                    assertThat(seen.at().getPath()).as(login).isEqualTo("/account/second-factor");
                    assertThat(seen.body()).contains("operators need a second factor");
                }
            }
        }
    }

    @Test
    void nobodyEndsASignInThatAnotherBrowserBegan() throws Exception {
        try (var mine = new Browser();
                var theirs = HttpClient.newHttpClient()) {
            URI begin = URI.create("http://localhost:%d/account/oidc/toy".formatted(served.port()));
            HttpResponse<String> began =
                    theirs.send(HttpRequest.newBuilder(begin).build(), HttpResponse.BodyHandlers.ofString());
            String at = began.headers().firstValue("Location").orElse("");
            assertThat(at).contains("code_challenge=", "code_challenge_method=S256", "state=", "nonce=");
            Matcher state = Pattern.compile("state=([^&]+)").matcher(at);
            assertThat(state.find()).isTrue();
            Seen refused = mine.go(URI.create("http://localhost:%d/account/oidc/callback/toy?code=stolen&state=%s"
                    .formatted(served.port(), state.group(1))));
            assertThat(refused.at().getQuery()).isEqualTo("problem=U025");
        }
    }

    @Test
    void aProviderThatIsAwayIsToldPlainly() throws Exception {
        try (var browser = new Browser()) {
            for (String name : new String[] {"gone", "nobody"}) {
                Seen refused =
                        browser.go(URI.create("http://localhost:%d/account/oidc/%s".formatted(served.port(), name)));
                assertThat(refused.body()).contains("did not confirm who you are");
            }
        }
    }

    @Test
    void groupsComeFromTheClaimThatTheSettingsName() throws Exception {
        Group called = new Group("called-irene");
        served.accounts().groups().add(called, "");
        served.accounts().groups().rule(GroupRule.read(called, "oidc:named=Irene"));
        try (var browser = new Browser()) {
            browser.signIn("irene", "named");
        }
        Account account =
                served.accounts().accounts().byEmail("irene@provider.example").orElseThrow();
        assertThat(served.accounts().groups().groups(account.id())).containsExactly(called);
    }

    @Test
    void aWrongSecretOrNameOfTheNodeLetsNobodyIn() throws Exception {
        try (var browser = new Browser()) {
            Seen refused = browser.signIn("jean", "wrong");
            assertThat(refused.at().getQuery()).isEqualTo("problem=U025");
            Seen unknown = browser.go(URI.create("http://localhost:%d/account/oidc/stranger".formatted(served.port())));
            assertThat(unknown.at().toString()).startsWith(provider.issuer()).contains("client_id=somebody-else");
            assertThat(unknown.status()).isEqualTo(400);
        }
        assertThat(served.accounts().accounts().byEmail("jean@provider.example"))
                .isEmpty();
    }

    @Test
    void thePageOffersTheProviders() throws Exception {
        assertThat(served.get("/account/sign-in").body()).contains("Sign in with toy", "/account/oidc/toy");
    }
}
