package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.accounts.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that the world sees over HTTPS, behind a proxy. */
class SecureNodeIT {
    private static final String GOOD = "seven quiet muons under ice";

    @Test
    void cookiesAreBoundToTheHostAndLinksBeginWithTheNodesAddress(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(folder.resolve("home/config.yaml"), """
                layout: 1
                node:
                  url: https://data.example.org
                  organisation: {name: Institute of Toys}
                  contact: {name: Data desk, email: data@example.org}
                """);
        try (var served = ServedHome.open(folder.resolve("home"));
                var client = HttpClient.newBuilder()
                        .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_NONE))
                        .build()) {
            Account made = served.accounts().accounts().add("ada@kit.example", "", false);
            String link = served.accounts().registration().operatorLink(made);
            assertThat(link).startsWith("https://data.example.org/account/link/");
            served.accounts()
                    .registration()
                    .finish(link.substring(link.lastIndexOf('/') + 1), "", GOOD, true, "192.0.2.1");

            URI page = URI.create("http://localhost:%d/account/sign-in".formatted(served.port()));
            HttpResponse<String> form =
                    client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
            String cookie = form.headers().firstValue("Set-Cookie").orElse("");
            assertThat(cookie).contains("herald-form=", "Secure", "HttpOnly", "SameSite=Strict");
            Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form.body());
            assertThat(token.find()).isTrue();
            HttpResponse<String> in = client.send(
                    HttpRequest.newBuilder(page)
                            .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("_csrf=%s&email=ada@kit.example&password=%s"
                                    .formatted(token.group(1), URLEncoder.encode(GOOD, StandardCharsets.UTF_8))))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(in.headers().allValues("Set-Cookie"))
                    .anySatisfy(given -> assertThat(given)
                            .startsWith("__Host-herald-session=")
                            .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                            .doesNotContain("Domain"));
        }
    }
}
