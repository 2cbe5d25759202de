package org.heralddata.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.heralddata.accounts.AccountSettings;
import org.heralddata.accounts.Letters;
import org.heralddata.accounts.desk.AccountDesk;
import org.heralddata.accounts.second.Vault;
import org.heralddata.serve.who.AccountsPart;
import org.heralddata.serve.who.Entrances;
import org.junit.jupiter.api.Test;

class HeraldServerTest {

    @Test
    void answersOnAFreePortAndFreesIt() throws Exception {
        int port;
        try (var server = HeraldServer.start(NoData.service(), FakeFiles.none(), ServerSettings.onPort(0));
                var client = HttpClient.newHttpClient()) {
            port = server.port();
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/health"))
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"UP\"", "\"collections\":0");
        }
        try (var again = HeraldServer.start(NoData.service(), FakeFiles.none(), ServerSettings.onPort(port))) {
            assertThat(again.port()).isEqualTo(port);
        }
    }

    @Test
    void takesAddressesAsPeopleTypeThem() throws Exception {
        try (var server = HeraldServer.start(NoData.service(), FakeFiles.none(), ServerSettings.onPort(0));
                var socket = new Socket("localhost", server.port())) {
            String request =
                    "GET /api/v1/collections?typed=a>16{b}[c]<d|e HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).contains("there is no parameter `typed` here");
        }
    }

    @Test
    void asksTheDatabaseOfAccountsNothingForWhoShowsNothing() throws Exception {
        var asked = new AtomicInteger();
        AccountDesk desk = AccountDesk.of(
                () -> {
                    asked.incrementAndGet();
                    throw new IllegalStateException("asked");
                },
                AccountSettings.USUAL,
                Letters.NONE,
                () -> "http://localhost",
                List.of(),
                new Vault(Vault::newKey),
                InstantSource.system());
        try (var server = HeraldServer.start(
                        NoData.service(),
                        FakeFiles.none(),
                        ServerSettings.onPort(0),
                        new AccountsPart(desk, Entrances.NONE));
                var client = HttpClient.newHttpClient()) {
            for (String path :
                    List.of("/health", "/about", "/css/base.css", "/api/v1/openapi.json", "/account/sign-in")) {
                var request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                        .build();
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
            }
            assertThat(asked).hasValue(0);
            var known = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/about"))
                    .header("Cookie", "herald-session=x")
                    .build();
            client.send(known, HttpResponse.BodyHandlers.ofString());
            assertThat(asked).hasPositiveValue();
        }
    }
}
