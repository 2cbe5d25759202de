package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.app.HeraldProcess;
import org.heralddata.app.RunHerald;
import org.heralddata.app.TestCa;
import org.heralddata.app.console.Console;
import org.heralddata.app.mail.MailServer;
import org.heralddata.simulate.SimulationKind;
import org.heralddata.store.home.Home;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Letters and webhooks by TLS, of a server that is killed before or while it tells. */
class ToldAfterKillIT {
    private static final Pattern ADDRESS = Pattern.compile("at (http://\\S+)\\s");
    private static final String REQUESTS = "/api/v1/requests";
    private static final long PATIENCE_NS = 120_000_000_000L;

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();

    @TempDir
    Path folder = Path.of("");

    private TestCa ca;
    private HttpsServer hooks;
    private Home home;
    private String token = "";
    private volatile Runnable whenCalled = () -> {};

    @BeforeEach
    void make() throws Exception {
        ca = TestCa.in(Files.createDirectories(folder.resolve("ca")));
        hooks = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hooks.setHttpsConfigurator(new HttpsConfigurator(ca.server()));
        hooks.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        hooks.createContext("/", this::called);
        hooks.start();
        home = Home.open(folder.resolve("home"));
        new DemoCollections(home, Console.system()).make(SimulationKind.NEUTRINO_DEMO, 500);
        herald("user", "add", "ada@kit.example");
        column("update account set confirmed = now() returning id::text");
        token = herald("token", "create", "ada@kit.example", "--name", "t", "--scope", "read,requests")
                .strip();
    }

    @AfterEach
    void end() {
        client.close();
        hooks.stop(0);
        home.close();
    }

    private String herald(String... words) {
        String[] all = java.util.Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--home";
        all[words.length + 1] = folder.resolve("home").toString();
        RunHerald.Outcome done = RunHerald.with(all);
        assertThat(done.status()).as(done.err()).isZero();
        return done.out();
    }

    private void called(HttpExchange exchange) throws IOException {
        calls.add(exchange.getRequestHeaders().getFirst("webhook-id"));
        whenCalled.run();
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private MailServer mail(String kind) throws Exception {
        MailServer mail = MailServer.start(kind, ca, folder);
        Files.writeString(folder.resolve("home").resolve("mail.password"), MailServer.PASSWORD + "\n");
        Files.writeString(
                folder.resolve("home").resolve("config.yaml"),
                "layout: 1\nmail: {host: localhost, port: %d, security: %s, user: %s, password_file: mail.password, from: desk@herald.example}\n"
                        .formatted(mail.port(), kind, MailServer.USER));
        return mail;
    }

    private HeraldProcess serve(String name, List<String> options) throws IOException {
        return HeraldProcess.start(
                folder.resolve(name + ".log"),
                options,
                InwardServer.class,
                folder.resolve("home").toString());
    }

    private static String address(HeraldProcess server) throws InterruptedException {
        for (int i = 0; i < 1_200; i++) {
            Matcher said = ADDRESS.matcher(server.said());
            if (said.find()) {
                return said.group(1);
            }
            assertThat(server.isAlive()).as(server.said()).isTrue();
            Thread.sleep(100);
        }
        throw new AssertionError(server.said());
    }

    private JsonNode order(String site) throws IOException, InterruptedException {
        String body = """
                {"collection": "neutrino-demo", "table": "events", "format": "csv", "title": "Told",
                 "notify": {"mail": true, "webhook": "https://localhost:%d/done"}}""".formatted(hooks.getAddress().getPort());
        HttpResponse<String> made = client.send(
                HttpRequest.newBuilder(URI.create(site + REQUESTS))
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return JsonMapper.shared().readTree(made.body());
    }

    private List<String> column(String sql) throws SQLException {
        var found = new java.util.ArrayList<String>();
        try (Connection connection = home.database().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(String.valueOf(rows.getString(1)));
            }
        }
        return found;
    }

    private void await(String sql, String wanted) throws Exception {
        long end = System.nanoTime() + PATIENCE_NS;
        List<String> found = column(sql);
        while (!found.contains(wanted) && System.nanoTime() < end) {
            Thread.sleep(5);
            found = column(sql);
        }
        assertThat(found).as(sql).contains(wanted);
    }

    private static void requireByTls(MailServer mail) throws IOException {
        assertThat(mail.letters()).isNotEmpty().allSatisfy(letter -> {
            assertThat(letter.get("tls").booleanValue()).isTrue();
            assertThat(letter.get("user").stringValue()).isEqualTo(MailServer.USER);
            assertThat(letter.get("to").get(0).stringValue()).isEqualTo("ada@kit.example");
        });
    }

    @Test
    void killedWhileItTellsItTellsAgainUnderTheSameNames() throws Exception {
        try (MailServer mail = mail("starttls")) {
            HeraldProcess first = serve("first", ca.trusting());
            whenCalled = first::close; // kill -9, before it hears that the call was taken
            order(address(first));
            String before = calls.poll(120, TimeUnit.SECONDS);
            assertThat(before).as(first.said()).startsWith("msg_");
            first.await();
            whenCalled = () -> {};
            assertThat(column("select state from outbox where channel = 'webhook'"))
                    .containsExactly("WAITING");
            column("update outbox set lease = now() - interval '1 second' where lease is not null returning channel");
            try (HeraldProcess second = serve("second", ca.trusting())) {
                address(second);
                assertThat(calls.poll(120, TimeUnit.SECONDS)).as(second.said()).isEqualTo(before);
                await("select state from outbox where channel = 'webhook'", "DELIVERED");
                await("select state from outbox where channel = 'request-mail'", "DELIVERED");
                // on a machine that is too busy to answer in time, once more
                int attempts = Integer.parseInt(column("select attempts from outbox where channel = 'webhook'")
                        .getFirst());
                assertThat(attempts).isGreaterThanOrEqualTo(2);
                assertThat(calls).hasSizeLessThanOrEqualTo(attempts - 2).allMatch(before::equals);
                requireByTls(mail);
                assertThat(mail.letters().stream()
                                .map(l -> l.get("id").stringValue())
                                .distinct())
                        .hasSize(1);
            }
        }
    }

    @Test
    void killedBetweenTheEndAndTheTellingNothingIsLost() throws Exception {
        try (MailServer mail = mail("tls")) {
            HeraldProcess first = serve("first", ca.trusting());
            String id = order(address(first)).get("id").stringValue();
            await("select phase from uws_job where id = '" + id + "'", "COMPLETED");
            first.close(); // kill -9
            first.await();
            column("update outbox set lease = now() - interval '1 second' where lease is not null returning channel");
            int already = calls.size();
            try (HeraldProcess second = serve("second", ca.trusting())) {
                address(second);
                await("select state from outbox where channel = 'webhook'", "DELIVERED");
                await("select state from outbox where channel = 'request-mail'", "DELIVERED");
            }
            assertThat(calls.size()).isBetween(1, already + 1);
            assertThat(calls.stream().distinct()).hasSize(1);
            requireByTls(mail);
            assertThat(mail.letters().stream()
                            .map(l -> l.get("id").stringValue())
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void nothingIsToldToWhomNobodyVouchesFor() throws Exception {
        try (MailServer mail = mail("starttls");
                HeraldProcess server = serve("wary", List.of())) {
            order(address(server));
            await("select count(*)::text from outbox where state = 'WAITING' and problem is not null", "2");
            assertThat(column("select problem from outbox"))
                    .allSatisfy(problem -> assertThat(problem).containsIgnoringCase("certification path"));
            assertThat(calls).isEmpty();
            assertThat(mail.letters()).isEmpty();
        }
    }
}
