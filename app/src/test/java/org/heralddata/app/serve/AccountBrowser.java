package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without a window: cookies, forms, and no redirect that is not looked at. */
final class AccountBrowser implements AutoCloseable {
    /** A password of everybody in tests. */
    static final String GOOD = "seven quiet muons under ice";

    private static final Pattern FORM = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String site;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    /** @param site address of the server, without the last slash */
    AccountBrowser(String site) {
        this.site = site;
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(site + path));
        return send(request, headers);
    }

    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(site + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(request, headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers)
            throws IOException, InterruptedException {
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Fills in the form of a page and sends it. */
    HttpResponse<String> fill(String page, String action, String... fields) throws IOException, InterruptedException {
        return post(action, form(token(get(page).body()), fields));
    }

    HttpResponse<String> signIn(String email, String password) throws IOException, InterruptedException {
        return fill("/account/sign-in", "/account/sign-in", "email", email, "password", password);
    }

    /** The secret of the session; empty if there is none. */
    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(c -> c.getName().equals("herald-session"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    static String token(String page) {
        Matcher form = FORM.matcher(page);
        assertThat(form.find()).as(page).isTrue();
        return form.group(1);
    }

    /** As a form is sent, with its token. */
    static String form(String token, String... fields) {
        var body = new StringBuilder("_csrf=" + token);
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&')
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return body.toString();
    }

    @Override
    public void close() {
        client.close();
    }
}
