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

    @Test
    void whoShowsNothingGetsNoCookie() throws Exception {
        for (String path :
                List.of("/", "/about", "/api/v1/collections", "/tap/capabilities", "/health", "/css/base.css")) {
            HttpResponse<String> answer = served.get(path);
            assertThat(answer.headers().allValues("Set-Cookie")).as(path).isEmpty();
        }
    }

    @Test
    void formsNeedTheirToken() throws Exception {
        person("cas@kit.example");
        try (var browser = new Browser()) {
            assertThat(browser.post("/account/sign-in", "email=cas@kit.example&password=x")
                            .statusCode())
                    .isEqualTo(403);
            browser.signIn("cas@kit.example", GOOD);
            for (String action : List.of("/account/name", "/account/tokens", "/account/delete", "/account/sign-out")) {
                HttpResponse<String> refused = browser.post(action, "name=x");
                assertThat(refused.statusCode()).as(action).isEqualTo(403);
                assertThat(refused.body()).contains("form that is too old");
                assertThat(browser.post(action, "name=x&_csrf=guess").statusCode())
                        .as(action)
                        .isEqualTo(403);
            }
            try (var other = new Browser()) {
                person("dov@kit.example");
                other.signIn("dov@kit.example", GOOD);
                String theirs = token(other.get("/account").body());
                assertThat(browser.post("/account/name", body(theirs, "name", "x"))
                                .statusCode())
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void pagesOfOtherSitesChangeNothingByASession() throws Exception {
        person("eli@kit.example");
        try (var browser = new Browser()) {
            browser.signIn("eli@kit.example", GOOD);
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
    void signingInGivesANewSecretWhateverTheBrowserCameWith() throws Exception {
        person("fay@kit.example");
        try (var browser = new Browser()) {
            browser.signIn("fay@kit.example", GOOD);
            String first = browser.session();
            Account account = desk.accounts().named("fay@kit.example");
            desk.sessions().endAll(account.id(), 0);
            browser.signIn("fay@kit.example", GOOD);
            assertThat(browser.session()).isNotEqualTo(first).isNotEmpty();
            assertThat(desk.sessions().find(first)).isEmpty();
        }
    }

    @Test
    void aNewPasswordEndsAllOtherSessions() throws Exception {
        person("gus@kit.example");
        try (var here = new Browser();
                var there = new Browser()) {
            here.signIn("gus@kit.example", GOOD);
            there.signIn("gus@kit.example", GOOD);
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
                                    GOOD,
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
        person("hal@kit.example");
        try (var here = new Browser();
                var there = new Browser()) {
            here.signIn("hal@kit.example", GOOD);
            there.signIn("hal@kit.example", GOOD);
            here.fill("/account/sessions", "/account/sessions/end-others");
            assertThat(here.get("/account").statusCode()).isEqualTo(200);
            assertThat(there.get("/account").statusCode()).isEqualTo(303);
        }
    }

    @Test
    void allThatIsKeptIsGivenToItsOwner() throws Exception {
        person("ida@kit.example");
        try (var browser = new Browser()) {
            browser.signIn("ida@kit.example", GOOD);
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
    void afterSigningInOneGoesToAPageOfThisServerOnly() throws Exception {
        person("jan@kit.example");
        for (String[] next : new String[][] {
            {"/requests", "/requests"},
            {"//evil.example", "/account"},
            {"https://evil.example", "/account"},
            {"/\\evil.example", "/account"}
        }) {
            try (var browser = new Browser()) {
                HttpResponse<String> in = browser.fill(
                        "/account/sign-in",
                        "/account/sign-in",
                        "email",
                        "jan@kit.example",
                        "password",
                        GOOD,
                        "next",
                        next[0]);
                assertThat(in.headers().firstValue("Location")).as(next[0]).hasValue(next[1]);
            }
        }
    }

    @Test
    void answersToLettersAskedForAreTheSameAndWithoutMailItIsSaid() throws Exception {
        try (var browser = new Browser()) {
            assertThat(browser.get("/account/register").body()).contains("cannot send e-mail");
            HttpResponse<String> refused =
                    browser.fill("/account/sign-in", "/account/register", "email", "new@kit.example");
            assertThat(refused.statusCode()).isEqualTo(403);
        }
    }

    @Test
    void tokensOpenNoPagesAndPagesOfAccountsAreKeptByNobody() throws Exception {
        Account account = person("kim@kit.example");
        String token = desk.tokens()
                .make(account, "a", Set.of(Scope.READ), Duration.ofDays(1))
                .secret();
        try (var client = new Browser()) {
            assertThat(client.get("/account", "Authorization", "Bearer " + token)
                            .statusCode())
                    .isEqualTo(303);
            assertThat(client.get("/api/v1/account", "Authorization", "Bearer " + token)
                            .body())
                    .contains("kim@kit.example", "\"read\"");
            assertThat(client.get("/api/v1/account").statusCode()).isEqualTo(401);
            assertThat(client.get("/account/sign-in").headers().firstValue("Cache-Control"))
                    .hasValue("no-store");
        }
    }

    @Test
    void jobsOfQueriesBelongToTheAccountThatMadeThem() throws Exception {
        Account account = person("lee@kit.example");
        String token = desk.tokens()
                .make(account, "a", Set.of(Scope.READ, Scope.REQUESTS), Duration.ofDays(1))
                .secret();
        try (var client = new Browser()) {
            String bearer = "Bearer " + token;
            HttpResponse<String> made = client.post(
                    "/tap/async", "REQUEST=doQuery&LANG=ADQL&QUERY=SELECT+1+AS+one", "Authorization", bearer);
            assertThat(made.statusCode()).isEqualTo(303);
            String job =
                    URI.create(made.headers().firstValue("Location").orElse("")).getPath();
            assertThat(client.get(job + "/owner", "Authorization", bearer).body())
                    .isEqualTo(account.id());
            assertThat(client.get(job).statusCode()).isEqualTo(404);
            String id = job.substring(job.lastIndexOf('/') + 1);
            assertThat(client.get("/tap/async", "Authorization", bearer).body()).contains(id);
            assertThat(client.get("/tap/async").body()).doesNotContain(id);
            desk.ownData().delete(account);
            assertThat(client.get(job).statusCode()).isEqualTo(404);
        }
    }
}
