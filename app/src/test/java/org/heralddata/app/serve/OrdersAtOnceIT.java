package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.heralddata.app.console.Console;
import org.heralddata.simulate.SimulationKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders that come at the same moment. */
class OrdersAtOnceIT {
    private static final int MANY = 40;

    @Test
    void getNoMoreThanIsGranted(@TempDir Path temporary) throws Exception {
        Path home = Files.createDirectories(temporary.resolve("home"));
        Files.writeString(
                home.resolve("config.yaml"), "layout: 1\njobs: {workers: 0}\nrequests: {active_per_address: 5}\n");
        try (ServedHome served = ServedHome.open(home);
                HttpClient client = HttpClient.newHttpClient()) {
            new DemoCollections(served.home(), Console.system()).make(SimulationKind.NEUTRINO_DEMO, 500);
            List<CompletableFuture<HttpResponse<String>>> orders = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                var order = HttpRequest.newBuilder(URI.create("http://localhost:" + served.port() + "/api/v1/requests"))
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"collection\": \"neutrino-demo\", \"table\": \"events\", \"where\": \"nhit > %d\", \"format\": \"csv\"}"
                                        .formatted(i % 4)))
                        .build();
                orders.add(client.sendAsync(order, HttpResponse.BodyHandlers.ofString()));
            }
            int made = 0;
            for (CompletableFuture<HttpResponse<String>> order : orders) {
                HttpResponse<String> answer = order.get();
                if (answer.statusCode() == 201) {
                    made++;
                } else {
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(429);
                    assertThat(answer.body()).contains("J028", "cancel one");
                }
            }
            assertThat(made).isEqualTo(5);
        }
    }
}
