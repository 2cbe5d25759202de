package org.heralddata.app.serve;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.heralddata.accounts.Account;
import org.heralddata.accounts.desk.AccountDesk;
import org.heralddata.app.settings.HomeSettings;
import org.heralddata.jobs.request.Requests;
import org.heralddata.query.DataService;
import org.heralddata.query.engine.EngineOptions;
import org.heralddata.serve.HeraldServer;
import org.heralddata.serve.ServerSettings;
import org.heralddata.store.home.Home;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A home behind a server on a free port, and a client of it. */
final class ServedHome implements AutoCloseable {
    private final Home home;
    private final Services services;
    private final HeraldServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private ServedHome(Home home, Services services, HeraldServer server) {
        this.home = home;
        this.services = services;
        this.server = server;
    }

    static ServedHome open(Path folder) {
        return open(folder, UnaryOperator.identity());
    }

    /** With an engine that may use less than usual. */
    static ServedHome open(Path folder, UnaryOperator<EngineOptions> limits) {
        return open(Home.open(folder), limits);
    }

    /** Closed with what is returned. */
    static ServedHome open(Home home, UnaryOperator<EngineOptions> limits) {
        EngineOptions options = EngineOptions.reading(
                home.folders().warehouse(), home.folders().cache().resolve("duckdb"));
        HomeSettings told = HomeSettings.of(home);
        var settings = new ServerSettings(null, 0, told.node(), told.network());
        Services services = Services.of(home, limits.apply(options), true);
        return new ServedHome(home, services, services.serve(settings));
    }

    Requests requests() {
        return services.requests();
    }

    DataService data() {
        return services.data();
    }

    Home home() {
        return home;
    }

    AccountDesk accounts() {
        return services.accounts();
    }

    /** Somebody who can sign in with {@link AccountBrowser#GOOD}. */
    Account person(String email) {
        Account made = accounts().accounts().add(email, "", false);
        String link = accounts().registration().operatorLink(made);
        return accounts()
                .registration()
                .finish(link.substring(link.lastIndexOf('/') + 1), "", AccountBrowser.GOOD, true, "192.0.2.1");
    }

    AccountBrowser browser() {
        return new AccountBrowser("http://localhost:" + port());
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                .build();
    }

    int port() {
        return server.port();
    }

    static String where(String selection) {
        return "where=" + URLEncoder.encode(selection, StandardCharsets.UTF_8);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path), HttpResponse.BodyHandlers.ofString());
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request(path), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    /** What the server says is wrong with a request. */
    JsonNode problem(String path, int status) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request(path), HttpResponse.BodyHandlers.ofString());
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (answer.statusCode() != status || !type.startsWith("application/problem+json")) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + type);
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    /** The name of the file that a client gets which accepts a media type. */
    String contentName(String path, String accept) throws IOException, InterruptedException {
        var asking = HttpRequest.newBuilder(request(path), (name, value) -> true)
                .header("Accept", accept)
                .build();
        return client.send(asking, HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("Content-Disposition")
                .orElse("");
    }

    Path download(String path, Path to) throws IOException, InterruptedException {
        HttpResponse<Path> answer = client.send(request(path), HttpResponse.BodyHandlers.ofFile(to));
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.statusCode());
        }
        return to;
    }

    @Override
    public void close() {
        client.close();
        server.close();
        services.close();
        home.close();
    }
}
