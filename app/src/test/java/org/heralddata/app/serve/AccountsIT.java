package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.Scope;
import org.heralddata.accounts.desk.AccountDesk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts over HTTP: a session, a token, and what is refused. */
class AccountsIT {
    private static final String GOOD = "seven quiet muons under ice";
    private static final Pattern FORM = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @TempDir
    private static Path folder;

    private static ServedHome served;
    private static AccountDesk desk;

    @BeforeAll
    static void serve() throws IOException {
        Files.createDirectories(folder.resolve("home"));
        served = ServedHome.open(folder.resolve("home"));
        desk = served.accounts();
    }

    @AfterAll
    static void close() {
        served.close();
    }

    private static Account person(String email) {
        Account made = desk.accounts().add(email, "", false);
        String link = desk.registration().operatorLink(made);
        return desk.registration().finish(link.substring(link.lastIndexOf('/') + 1), "", GOOD, true, "192.0.2.1");
    }

    /** A browser: cookies, and no redirect that is not looked at. */
    private static final class Browser implements AutoCloseable {
        private final java.net.CookieManager cookies = new java.net.CookieManager();
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(cookies).build();

        HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + served.port() + path));
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }

        HttpResponse<String> post(String path, String body, String... headers)
                throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + served.port() + path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body));
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }

        /** Fills in the form of a page and sends it. */
        HttpResponse<String> fill(String page, String action, String... fields)
                throws IOException, InterruptedException {
            return post(action, body(token(get(page).body()), fields));
        }

        HttpResponse<String> signIn(String email, String password) throws IOException, InterruptedException {
            return fill("/account/sign-in", "/account/sign-in", "email", email, "password", password);
        }

        String session() {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(c -> c.getName().equals("herald-session"))
                    .map(java.net.HttpCookie::getValue)
                    .findFirst()
                    .orElse("");
        }

        @Override
        public void close() {
            client.close();
        }
    }

    private static String token(String page) {
        Matcher form = FORM.matcher(page);
        assertThat(form.find()).as(page).isTrue();
        return form.group(1);
    }

    private static String body(String token, String... fields) {
        var body = new StringBuilder("_csrf=" + token);
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&')
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return body.toString();
    }

    @Test
    void whoSignsInIsKnownUntilTheySignOut() throws Exception {
        person("ada@kit.example");
        try (var browser = new Browser()) {
            assertThat(browser.signIn("ada@kit.example", "something else altogether")
                            .body())
                    .contains("do not belong together");
            HttpResponse<String> in = browser.signIn("ada@kit.example", GOOD);
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
    void tokensAreGoodForTheirScope() throws Exception {
        Account account = person("bo@kit.example");
        String read = desk.tokens()
                .make(account, "a", Set.of(Scope.READ), Duration.ofDays(1))
                .secret();
        try (var client = new Browser()) {
            assertThat(client.get("/api/v1/collections", "Authorization", "Bearer " + read)
                            .statusCode())
                    .isEqualTo(200);
            HttpResponse<String> order = client.post("/api/v1/requests", "{}", "Authorization", "Bearer " + read);
            assertThat(order.statusCode()).isEqualTo(403);
            assertThat(order.body()).contains("U019", "requests");
            assertThat(order.headers().firstValue("WWW-Authenticate").orElse(""))
                    .contains("insufficient_scope", "scope=\"requests\"");
            for (String path : List.of("/api/v1/collections", "/tap/tables", "/")) {
                HttpResponse<String> bad = client.get(path, "Authorization", "Bearer hrld_nonsense");
                assertThat(bad.statusCode()).isEqualTo(401);
                assertThat(bad.body()).contains("U018");
                assertThat(bad.headers().firstValue("WWW-Authenticate").orElse(""))
                        .startsWith("Bearer")
                        .contains("invalid_token");
            }
        }
    }
}
