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
        Files.writeString(home.resolve("config.yaml"), """
                layout: 1
                oidc:
                  toy:
                    issuer: %s
                    client_id: herald
                    client_secret_file: oidc.secret
                  gone:
                    issuer: http://localhost:1
                    client_id: herald
                    client_secret_file: oidc.secret
                """.formatted(provider.issuer()));
        served = ServedHome.open(home);
        provider.client("http://localhost:%d/account/oidc/callback/toy".formatted(served.port()));
        served.accounts().groups().add(PHYSICS, "");
        served.accounts().groups().rule(GroupRule.read(PHYSICS, "oidc:toy=physics"));
    }

    @AfterAll
    static void close() {
        served.close();
        provider.close();
    }

    /** What a browser sees, redirects followed. */
    private record Seen(URI at, String body) {}

    private static final class Browser implements AutoCloseable {
        private final CookieManager cookies = new CookieManager();
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(cookies).build();

        Seen go(URI to) throws IOException, InterruptedException {
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
                    return new Seen(next.uri(), answer.body());
                }
                next = HttpRequest.newBuilder(next.uri().resolve(location.get()))
                        .build();
            }
        }

        /** At the provider: name, any password, then consent. */
        Seen signIn(String login) throws IOException, InterruptedException {
            Seen asked = go(URI.create("http://localhost:%d/account/oidc/toy".formatted(served.port())));
            assertThat(asked.at().toString()).as(asked.body()).startsWith(provider.issuer());
            Seen consent = send(action(asked), "prompt=login&login=" + login + "&password=any");
            return send(action(consent), "prompt=consent");
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
            Seen own = browser.signIn("ada");
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
    void anAddressThatTheProviderHasNotConfirmedMakesNoAccount() throws Exception {
        try (var browser = new Browser()) {
            Seen refused = browser.signIn("mallory");
            assertThat(refused.at().getPath()).isEqualTo("/account/sign-in");
            assertThat(refused.body()).contains("no confirmed e-mail address");
        }
        assertThat(served.accounts().accounts().byEmail("mallory@provider.example"))
                .isEmpty();
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
    void thePageOffersTheProviders() throws Exception {
        assertThat(served.get("/account/sign-in").body()).contains("Sign in with toy", "/account/oidc/toy");
    }
}
