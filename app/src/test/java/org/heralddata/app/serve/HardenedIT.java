package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server tells and takes, whoever asks, and however wrongly. */
class HardenedIT {
    /** Every kind of answer: pages, files, the API, protocols, refusals of each of them. */
    private static final List<String> ADDRESSES = List.of(
            "/",
            "/about",
            "/nothing-here",
            "/collections/none",
            "/account",
            "/account/sign-in",
            "/account/link/none",
            "/css/base.css",
            "/css/none.css",
            "/js/theme.js",
            "/health",
            "/api/v1/collections",
            "/api/v1/collections/none",
            "/api/v1/nothing-here",
            "/api/v1/collections?typo=1",
            "/tap/capabilities",
            "/tap/sync?LANG=ADQL&QUERY=nonsense",
            "/tap/async/none",
            "/scs/none",
            "/oai?verb=nonsense",
            "/rpc");

    @TempDir
    private static Path folder;

    private static ServedHome served;

    @BeforeAll
    static void serve() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(home.resolve("config.yaml"), "layout: 1\ntap: {upload_megabytes: 1}\n");
        served = ServedHome.open(home);
    }

    @AfterAll
    static void close() {
        served.close();
    }

    /** As it is written, which no client of good manners does. */
    private static String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", served.port())) {
            socket.setSoTimeout(120_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static String rawGet(String path) throws IOException {
        return raw("GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".formatted(path));
    }

    @Test
    void everyAnswerHasTheHeadersThatBrowsersAreGuardedBy() throws Exception {
        for (String path : ADDRESSES) {
            assertGuarded(path, served.get(path));
        }
        try (var browser = served.browser()) {
            assertGuarded("bad token", browser.get("/", "Authorization", "Bearer hrld_nonsense"));
            assertGuarded("no token of a form", browser.post("/account/sign-in", "email=x"));
        }
    }

    private static void assertGuarded(String what, HttpResponse<String> answer) {
        var headers = answer.headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .as(what)
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'self'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).as(what).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).as(what).hasValue("same-origin");
        assertThat(headers.map()).as(what).doesNotContainKeys("x-powered-by", "x-application-context");
        // protocols of the VO name the software, as the IVOA's note on identifiers of software asks; never what it is
        // made of
        assertThat(headers.firstValue("Server").orElse("Herald"))
                .as(what)
                .startsWith("Herald")
                .doesNotContainIgnoringCase("tomcat", "java", "spring", "jdk");
    }

    @Test
    void everyAnswerSaysOfWhatTypeItIsAndInWhichLetters() throws Exception {
        for (String path : ADDRESSES) {
            HttpResponse<String> answer = served.get(path);
            if (answer.body().isEmpty()) {
                continue;
            }
            String type = answer.headers().firstValue("Content-Type").orElse("");
            assertThat(type).as(path).isNotEmpty();
            if (type.startsWith("text/") && !type.startsWith("text/css") && !type.startsWith("text/javascript")) {
                assertThat(type.toLowerCase(java.util.Locale.ROOT).replace("\"", ""))
                        .as(path)
                        .contains("charset=utf-8");
            }
        }
    }

    @Test
    void errorsTellNothingOfTheInside() throws Exception {
        List<String> wrong = List.of(
                "/nothing-here",
                "/api/v1/collections/none/tables/none/rows?where=%27",
                "/tap/sync?LANG=ADQL&QUERY=SELECT+*+FROM+%22%27",
                "/tap/sync?LANG=ADQL&QUERY=SELECT+1%2F0+AS+x",
                "/scs/none?RA=x&DEC=y&SR=z",
                "/oai?verb=GetRecord&identifier=%00",
                "/api/v1/requests/%00",
                "/error");
        for (String path : wrong) {
            String told = rawGet(path);
            assertThat(told)
                    .as(path)
                    .doesNotContain("java.", "org.heralddata", "org.springframework", "at org.", "Tomcat", "Exception");
        }
        assertThat(raw("NONSENSE\r\n\r\n")).doesNotContain("Tomcat", "java.", "Exception");
        assertThat(rawGet("/%zz")).doesNotContain("Tomcat", "java.", "Exception");
    }

    @Test
    void pathsLeadNowhereButToWhatIsServed() throws Exception {
        for (String path : List.of(
                "/css/../config.yaml",
                "/css/..%2f..%2fconfig.yaml",
                "/css/%2e%2e/%2e%2e/config.yaml",
                "/css/..;/..;/config.yaml",
                "/css/%252e%252e/config.yaml",
                "/css/..%5c..%5cconfig.yaml",
                "/css/....//....//etc/passwd",
                "//etc/passwd",
                "/../../../../etc/passwd",
                "/js/file:///etc/passwd",
                "/vendor/%00/../../etc/passwd",
                "/collections/..%2f..%2fdb/secret",
                "/api/v1/collections/..%2f..%2fdb%2fsecret",
                "/config.yaml",
                "/db/secret",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/application.properties")) {
            String answer = rawGet(path);
            assertThat(answer).as(path).matches("(?s)HTTP/1.1 (404|400) .*");
            assertThat(answer).as(path).doesNotContain("layout: 1", "root:", "Manifest-Version");
        }
    }

    @Test
    void foldersAreNotListedAndNothingIsServedThatNobodyNeeds() throws Exception {
        for (String path : List.of(
                "/css",
                "/css/",
                "/js/",
                "/vendor/",
                "/img/",
                "/static/",
                "/actuator",
                "/actuator/env",
                "/manager/html",
                "/h2-console",
                "/swagger-ui.html",
                "/console",
                "/.git/config",
                "/.env",
                "/examples/servlets",
                "/docs/")) {
            assertThat(served.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void methodsThatNobodyNeedsAreRefused() throws Exception {
        for (String method : List.of("TRACE", "CONNECT", "PUT", "PATCH", "DELETE", "PROPFIND", "NONSENSE")) {
            String answer =
                    raw("%s /account/sign-in HTTP/1.1\r\nHost: localhost\r\nX-Secret: told\r\nConnection: close\r\n\r\n"
                            .formatted(method));
            assertThat(answer).as(method).matches("(?s)HTTP/1.1 (400|403|404|405|501) .*");
            assertThat(answer).as(method).doesNotContain("X-Secret");
        }
    }

    @Test
    void anOriginIsNoPasswordAndOtherSitesReadNothingPrivate() throws Exception {
        Account account = served.person("ori@kit.example");
        try (var browser = served.browser()) {
            browser.signIn("ori@kit.example", AccountBrowser.GOOD);
            for (String path : List.of("/account", "/account/export.json", "/account/tokens")) {
                assertThat(browser.get(path, "Origin", "https://evil.example")
                                .headers()
                                .map())
                        .as(path)
                        .doesNotContainKey("access-control-allow-origin");
            }
            HttpResponse<String> open = browser.get("/api/v1/account", "Origin", "https://evil.example");
            assertThat(open.headers().map()).doesNotContainKey("access-control-allow-credentials");
        }
        try (var stranger = served.browser()) {
            assertThat(stranger.get("/api/v1/account", "Origin", "http://localhost:" + served.port())
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThat(account.operator()).isFalse();
    }

    @Test
    void tokensInAddressesOpenNothing() throws Exception {
        Account account = served.person("tok@kit.example");
        String token = served.accounts()
                .tokens()
                .make(account, "a", Set.of(Scope.READ), Duration.ofDays(1))
                .secret();
        for (String name : List.of("access_token", "token", "api_key", "Authorization")) {
            assertThat(served.get("/api/v1/account?" + name + "=" + token).statusCode())
                    .as(name)
                    .isIn(400, 401);
        }
        try (var browser = served.browser()) {
            assertThat(browser.get("/api/v1/account?session=" + browser.session())
                            .statusCode())
                    .isIn(400, 401);
        }
    }

    @Test
    void fieldsThatAFormDoesNotHaveChangeNothing() throws Exception {
        Account account = served.person("mass@kit.example");
        try (var browser = served.browser()) {
            browser.signIn("mass@kit.example", AccountBrowser.GOOD);
            browser.fill(
                    "/account",
                    "/account/name",
                    "name",
                    "Mass",
                    "operator",
                    "true",
                    "id",
                    "x",
                    "disabled",
                    "true",
                    "email",
                    "other@kit.example",
                    "terms",
                    "9");
        }
        Account after = served.accounts().accounts().find(account.id()).orElseThrow();
        assertThat(after.name()).isEqualTo("Mass");
        assertThat(after.operator()).isFalse();
        assertThat(after.email()).isEqualTo("mass@kit.example");
        assertThat(after.terms()).isEqualTo(account.terms());
    }

    @Test
    void whatPeopleWriteIsShownAsTheyWroteItAndRunsNowhere() throws Exception {
        served.person("tag@kit.example");
        String hostile = "<script>alert(1)</script> ${7*7} #{7*7} @if(true) {{7*7}} \"'& Ünïcode 漢字 🌠";
        try (var browser = served.browser()) {
            browser.signIn("tag@kit.example", AccountBrowser.GOOD);
            browser.fill("/account", "/account/name", "name", hostile);
            String page = browser.get("/account").body();
            assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;", "${7*7} #{7*7} @if(true) {{7*7}}");
            assertThat(page).contains("Ünïcode 漢字 🌠").doesNotContain("<script>alert(1)");
            assertThat(browser.get("/account/export.json").body()).contains("\\\"'& Ünïcode 漢字 🌠");
        }
    }

    @Test
    void aParameterThatComesTwiceOrIsUnknownIsRefused() throws Exception {
        assertThat(served.problem("/api/v1/collections?typo=1", 400).toString()).contains("typo");
        HttpResponse<String> twice =
                served.get("/tap/sync?LANG=ADQL&QUERY=SELECT+1+AS+a&QUERY=SELECT+2+AS+b&RESPONSEFORMAT=csv");
        assertThat(twice.body()).doesNotContain("b\n2");
    }

    @Test
    void bodiesAreTakenUpToABound() throws Exception {
        try (var browser = served.browser()) {
            String form = "x=" + "a".repeat(2 << 20);
            assertThat(browser.post("/account/sign-in", form).statusCode()).isIn(400, 403, 413);
            String table = "a\n" + "1\n".repeat(1 << 20);
            String body = "--b\r\nContent-Disposition: form-data; name=\"UPLOAD\"\r\n\r\nt,param:f\r\n"
                    + "--b\r\nContent-Disposition: form-data; name=\"LANG\"\r\n\r\nADQL\r\n"
                    + "--b\r\nContent-Disposition: form-data; name=\"QUERY\"\r\n\r\nSELECT COUNT(*) AS n FROM TAP_UPLOAD.t\r\n"
                    + "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"t.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                    + table + "\r\n--b--\r\n";
            try (var client = java.net.http.HttpClient.newHttpClient()) {
                HttpResponse<String> refused = client.send(
                        java.net.http.HttpRequest.newBuilder(
                                        java.net.URI.create("http://localhost:%d/tap/sync".formatted(served.port())))
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(refused.statusCode()).isIn(400, 413);
                assertThat(refused.body()).contains("upload");
            }
        }
        String header = "GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: %s\r\nConnection: close\r\n\r\n"
                .formatted("a".repeat(100_000));
        assertThat(raw(header)).startsWith("HTTP/1.1 400");
    }
}
