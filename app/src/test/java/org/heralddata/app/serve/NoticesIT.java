package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.heralddata.app.console.Console;
import org.heralddata.app.settings.HomeSettings;
import org.heralddata.jobs.Job;
import org.heralddata.jobs.net.Servers;
import org.heralddata.jobs.notice.OutboxNotices;
import org.heralddata.jobs.outbox.Outbox;
import org.heralddata.jobs.request.FrozenRequests;
import org.heralddata.jobs.request.Notify;
import org.heralddata.jobs.request.RequestDesk;
import org.heralddata.jobs.request.RequestJson;
import org.heralddata.jobs.request.RequestLimits;
import org.heralddata.jobs.request.Requests;
import org.heralddata.jobs.request.Requests.Orderer;
import org.heralddata.model.access.Viewer;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.simulate.SimulationKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** That a request has ended is told to those who asked for it. */
@TestInstance(Lifecycle.PER_CLASS)
class NoticesIT {
    private static final String REQUESTS = "/api/v1/requests";

    /** A call of a webhook. */
    private record Call(String path, String id, String timestamp, String signature, String body) {}

    private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer hooks;
    private ServedHome served;

    @BeforeAll
    void serve(@TempDir Path folder) throws IOException {
        mail.start();
        hooks = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hooks.createContext("/", this::answer);
        hooks.start();
        Path home = folder.resolve("home");
        ServedHome.open(home).close();
        Files.writeString(
                home.resolve("config.yaml"),
                "layout: 1\nmail: {host: 127.0.0.1, port: %d, security: none, from: desk@herald.example}\n"
                        .formatted(mail.getSmtp().getPort()));
        served = ServedHome.open(home);
        new DemoCollections(served.home(), Console.system()).make(SimulationKind.NEUTRINO_DEMO, 500);
    }

    @AfterAll
    void close() {
        client.close();
        served.close();
        hooks.stop(0);
        mail.stop();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        calls.add(new Call(
                exchange.getRequestURI().getPath(),
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        switch (exchange.getRequestURI().getPath()) {
            case "/moved" -> {
                exchange.getResponseHeaders().set("Location", "/elsewhere");
                exchange.sendResponseHeaders(307, -1);
            }
            case "/gone" -> exchange.sendResponseHeaders(410, -1);
            case "/broken" -> exchange.sendResponseHeaders(500, -1);
            default -> exchange.sendResponseHeaders(204, -1);
        }
        exchange.close();
    }

    private String hook(String path) {
        return "http://127.0.0.1:%d%s".formatted(hooks.getAddress().getPort(), path);
    }

    private HttpResponse<String> post(String notify) throws IOException, InterruptedException {
        String body = """
                {"collection": "neutrino-demo", "table": "events", "format": "csv", "title": "Mine\\r\\nBcc: x@example.org",
                 "notify": %s}""".formatted(notify);
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + served.port() + REQUESTS))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode ordered(String notify) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(notify);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JsonMapper.shared().readTree(answer.body());
    }

    /** Others may be tried again meanwhile. */
    private Call call(String path) throws InterruptedException {
        Call call = calls.poll(120, TimeUnit.SECONDS);
        while (call != null && !call.path.equals(path)) {
            call = calls.poll(120, TimeUnit.SECONDS);
        }
        assertThat(call).isNotNull();
        return call;
    }

    /** The notice of a request once it is in a state. */
    private JsonNode notice(JsonNode request, String wanted) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (true) {
            JsonNode notice = served.json(REQUESTS + "/" + request.get("id").stringValue())
                    .get("notices")
                    .get(0);
            if (notice.toString().contains(wanted) || System.nanoTime() > end) {
                assertThat(notice.toString()).contains(wanted);
                return notice;
            }
            Thread.sleep(50);
        }
    }

    @Test
    void callsTheWebhookSignedByItsSecretOnceTheDataAreThere() throws Exception {
        JsonNode request = ordered("{\"webhook\": \"%s\"}".formatted(hook("/done")));
        String secret = request.get("webhookSecret").stringValue();
        Call call = call("/done");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
        byte[] signed =
                mac.doFinal((call.id + "." + call.timestamp + "." + call.body).getBytes(StandardCharsets.UTF_8));
        assertThat(call.signature).isEqualTo("v1," + Base64.getEncoder().encodeToString(signed));
        assertThat(Long.parseLong(call.timestamp))
                .isCloseTo(Instant.now().getEpochSecond(), org.assertj.core.data.Offset.offset(60L));
        JsonNode told = JsonMapper.shared().readTree(call.body);
        assertThat(told.get("type").stringValue()).isEqualTo("request.finished");
        assertThat(told.at("/data/id")).isEqualTo(request.get("id"));
        String result = told.at("/data/result").stringValue();
        var bytes = client.send(
                HttpRequest.newBuilder(URI.create(result)).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(bytes.body()).hasSize(told.at("/data/bytes").asInt());
        JsonNode notice = notice(request, "Delivered");
        assertThat(notice.get("to").stringValue()).isEqualTo(hook("/…"));
        assertThat(served.json(REQUESTS + "/" + request.get("id").stringValue()).toString())
                .doesNotContain(secret);
    }

    @Test
    void followsNoRedirection() throws Exception {
        JsonNode request = ordered("{\"webhook\": \"%s\"}".formatted(hook("/moved")));
        assertThat(notice(request, "Given up").get("problem").stringValue()).contains("307", "not followed");
        assertThat(calls.stream().map(Call::path)).doesNotContain("/elsewhere");
        calls.clear();
    }

    @Test
    void givesUpWhereItIsToldThatNothingMoreIsWanted() throws Exception {
        JsonNode request = ordered("{\"webhook\": \"%s\"}".formatted(hook("/gone")));
        assertThat(notice(request, "Given up").get("attempts").asInt()).isEqualTo(1);
        calls.clear();
    }

    @Test
    void triesAgainWhereTheServerFails() throws Exception {
        Instant before = Instant.now();
        JsonNode request = ordered("{\"webhook\": \"%s\"}".formatted(hook("/broken")));
        JsonNode notice = notice(request, "status 500");
        assertThat(notice.get("state").stringValue()).isEqualTo("Waiting");
        assertThat(Instant.parse(notice.get("next").stringValue())).isAfter(before.plusSeconds(10));
        calls.clear();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"webhook\": \"ftp://example.org/\"}",
                "{\"webhook\": \"https://me:secret@127.0.0.1/\"}",
                "{\"webhook\": \"https://no-such-name.invalid/\"}"
            })
    void refusesAddressesThatMayNotBeCalled(String notify) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(notify);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("J052");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "{\"mail\": 1}", "{\"webhok\": \"https://example.org\"}", "{\"webhook\": \"a b\"}"})
    void pointsAtWhatIsNoNotice(String notify) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(notify);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("J020", "notify");
    }

    @Test
    void sendsNoLetterToSomebodyWithoutAnAccount() throws IOException, InterruptedException {
        assertThat(post("{\"mail\": true}").body()).contains("J051", "webhook");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1/", "https://[::1]/", "https://localhost/", "http://8.8.8.8/"})
    void callsNoServerOfItsOwnNetworkAndNoneInTheClear(String address) {
        var notices = new OutboxNotices(
                new Outbox(served.home()::database), _ -> Optional.empty(), false, Servers.usual(false));
        var notify = new Notify(false, URI.create(address));
        assertThatThrownBy(() -> notices.promise(notify, new Orderer(Viewer.ANYONE, "here")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("may not be called");
    }

    @Test
    void writesALetterToTheAddressOfTheAccount() throws Exception {
        var settings = HomeSettings.of(served.home());
        Requests open = served.requests();
        try (var letters =
                new Letterbox(served.home(), settings, Optional::of, open.jobs(), true, () -> "https://data.example")) {
            var requests = new Requests(
                    new RequestDesk(served.data(), RequestLimits.usual()),
                    new FrozenRequests(served.home()::database),
                    open.jobs(),
                    letters.notices());
            Job job = requests.order(
                            RequestJson.read(
                                    JsonMapper.shared()
                                            .readTree(
                                                    "{\"collection\": \"neutrino-demo\", \"table\": \"events\", \"format\": \"csv\"}")),
                            new Orderer(new Viewer("maria@example.org", Set.of(), false), null),
                            "Mine\r\nBcc: x@example.org",
                            new Notify(true, null))
                    .job();
            assertThat(mail.waitForIncomingEmail(120_000, 1)).isTrue();
            MimeMessage letter = mail.getReceivedMessages()[0];
            assertThat(letter.getAllRecipients()).hasSize(1);
            assertThat(letter.getSubject()).isEqualTo("Your data are ready: Mine Bcc: x@example.org");
            assertThat(letter.getContent().toString())
                    .contains("/api/v1/requests/%s/result".formatted(job.id()), "kept until");
        }
    }
}
