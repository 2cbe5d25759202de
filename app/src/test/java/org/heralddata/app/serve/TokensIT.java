package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
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

/** API tokens over HTTP. */
class TokensIT {
    @TempDir
    private static Path folder;

    private static ServedHome served;

    @BeforeAll
    static void serve() throws IOException {
        served = ServedHome.open(Files.createDirectories(folder.resolve("home")));
    }

    @AfterAll
    static void close() {
        served.close();
    }

    @Test
    void tokensAreGoodForTheirScope() throws Exception {
        Account account = served.person("bo@kit.example");
        String read = served.accounts()
                .tokens()
                .make(account, "a", Set.of(Scope.READ), Duration.ofDays(1))
                .secret();
        try (var client = served.browser()) {
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
    void tokensOpenNoPagesAndPagesOfAccountsAreKeptByNobody() throws Exception {
        Account account = served.person("kim@kit.example");
        String token = served.accounts()
                .tokens()
                .make(account, "a", Set.of(Scope.READ), Duration.ofDays(1))
                .secret();
        try (var client = served.browser()) {
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
        Account account = served.person("lee@kit.example");
        String token = served.accounts()
                .tokens()
                .make(account, "a", Set.of(Scope.READ, Scope.REQUESTS), Duration.ofDays(1))
                .secret();
        try (var client = served.browser()) {
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
            served.accounts().ownData().delete(account);
            assertThat(client.get(job).statusCode()).isEqualTo(404);
        }
    }
}
