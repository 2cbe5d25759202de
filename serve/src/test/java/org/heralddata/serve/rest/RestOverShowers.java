package org.heralddata.serve.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.query.Showers;
import org.heralddata.query.engine.DuckDbEngine;
import org.heralddata.query.engine.EngineOptions;
import org.heralddata.query.json.JsonWriter;
import org.heralddata.query.service.CatalogueDataService;
import org.heralddata.serve.FakeFiles;
import org.heralddata.serve.HeraldServer;
import org.heralddata.serve.ServerSettings;
import org.heralddata.spi.Formats;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server of simulated showers, for all tests of a class, and how it is asked. */
abstract class RestOverShowers {
    static final String EVENTS = "/api/v1/collections/showers/tables/events";

    @TempDir
    static Path folder;

    static Showers showers;
    static CatalogueDataService data;
    static HeraldServer server;
    static HttpClient client;

    @BeforeAll
    static void start() throws Exception {
        showers = Showers.in(folder.resolve("wh"), SortOrder.TIME);
        var options = new EngineOptions(
                List.of(folder.resolve("wh")), folder.resolve("tmp"), 2, 512, 2, 8, 4, Duration.ofSeconds(30));
        data = new CatalogueDataService(
                showers, new DuckDbEngine(options), new Formats(List.of(), List.of(new JsonWriter())), "herald test");
        server = HeraldServer.start(data, FakeFiles.none(), ServerSettings.onPort(0));
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
        data.close();
    }

    static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(to(path));
    }

    static JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    static String where(String selection) {
        return "where=" + URLEncoder.encode(selection, StandardCharsets.UTF_8);
    }

    static long passing() {
        return showers.rows().stream().filter(s -> s.ze() < 20).count();
    }
}
