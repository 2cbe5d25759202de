package org.heralddata.serve.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RestApiTest {
    private static final String EVENTS = "/api/v1/collections/showers/tables/events";

    @TempDir
    static Path folder;

    private static Showers showers;
    private static CatalogueDataService data;
    private static HeraldServer server;
    private static HttpClient client;

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

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(to(path));
    }

    private static JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String where(String selection) {
        return "where=" + URLEncoder.encode(selection, StandardCharsets.UTF_8);
    }

    private static long passing() {
        return showers.rows().stream().filter(s -> s.ze() < 20).count();
    }

    @Test
    void cubesComeAsArraysAndAsJson() throws Exception {
        String question =
                "{\"active\": {\"column\": \"ze\"}, \"views\": [{\"column\": \"e\", \"cut\": \"e >= 15\"}, {\"sky\": 1}]}";
        HttpRequest.Builder post = to(EVENTS + "/cubes")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(question));
        HttpResponse<byte[]> arrays = client.send(post.build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(arrays.statusCode()).isEqualTo(200);
        assertThat(arrays.headers().firstValue("Content-Type")).contains("application/vnd.herald.cubes");
        ByteBuffer bytes = ByteBuffer.wrap(arrays.body()).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(new String(arrays.body(), 0, 8, StandardCharsets.US_ASCII)).isEqualTo("HCUBES1\n");
        int length = bytes.getInt(8);
        JsonNode head = JsonMapper.shared().readTree(new String(arrays.body(), 12, length, StandardCharsets.UTF_8));
        assertThat(head.path("rows").asLong()).isEqualTo(2000);
        JsonNode all = JsonMapper.shared()
                .readTree(send(post.header("Accept", "application/json")).body());
        assertThat(all.path("active")).isEqualTo(head.path("active"));
        for (int view = 0; view < 3; view++) {
            JsonNode told = head.path("views").get(view);
            int at = ((12 + length + 7) & ~7) + told.path("at").asInt();
            int width = told.path("bits").asInt() / 8;
            JsonNode counts = all.path("counts").get(view);
            assertThat(counts.size()).isEqualTo(told.path("length").asInt());
            for (int i = 0; i < counts.size(); i++) {
                long number = width == 1 ? bytes.get(at + i) & 0xff : bytes.getShort(at + i * width) & 0xffff;
                assertThat(counts.get(i).asLong()).isEqualTo(number);
            }
        }
        long passing = 0;
        for (JsonNode count : all.path("counts").get(0)) {
            passing += count.asLong();
        }
        assertThat(passing)
                .isEqualTo(
                        json(EVENTS + "/count?" + where("e >= 15")).path("rows").asLong());
    }

    @Test
    void cubesOfOneAddressMayBeKept() throws Exception {
        String path = EVENTS + "/cubes?release=r1&form=json&active="
                + URLEncoder.encode("{\"column\":\"ze\"}", StandardCharsets.UTF_8);
        HttpResponse<String> first = get(path);
        assertThat(first.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(send(to(path).header("If-None-Match", tag)).statusCode()).isEqualTo(304);
        HttpResponse<String> sampled = get(path + "&sampled=true");
        assertThat(sampled.headers().firstValue("Cache-Control").orElse("")).doesNotContain("immutable");
    }

    @Test
    void cubesThatCannotBeAreRefused() throws Exception {
        for (String active : List.of(
                "nonsense",
                "{\"column\":\"zee\"}",
                "{\"column\":\"edep\"}",
                "{\"column\":\"kind\"}",
                "{\"column\":\"ze\",\"bin\":4}",
                "{\"column\":\"ze\",\"scale\":\"odd\"}",
                "{\"column\":\"ze\",\"min\":5,\"max\":1}",
                "{\"column\":\"ze\",\"stops\":[1,2,3,4,5,6,7,8,9]}",
                "{\"sky\":9}",
                "{\"sky\":\"x\"}")) {
            HttpResponse<String> answer =
                    get(EVENTS + "/cubes?active=" + URLEncoder.encode(active, StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).as(active + answer.body()).isBetween(400, 404);
            assertThat(answer.body()).contains("\"code\"");
        }
        HttpResponse<String> large = get(EVENTS + "/cubes?active="
                + URLEncoder.encode("{\"sky\":6}", StandardCharsets.UTF_8)
                + "&views="
                + URLEncoder.encode("[{\"sky\":6}]", StandardCharsets.UTF_8));
        assertThat(large.body()).contains("Q011");
    }

    @Test
    void showsTheCatalogue() throws Exception {
        JsonNode all = json("/api/v1/collections").path("collections");
        assertThat(all.size()).isEqualTo(2);
        JsonNode one = json("/api/v1/collections/showers");
        assertThat(one.path("release").path("name").asString()).isEqualTo("r1");
        assertThat(one.path("licence").path("name").asString()).isEqualTo("CC-BY-4.0");
        assertThat(one.path("tables").get(0).path("href").asString()).isEqualTo(EVENTS);
        JsonNode table = json(EVENTS);
        assertThat(table.path("rows").asLong()).isEqualTo(2000);
        assertThat(table.path("columns").get(4).path("unit").asString()).isEqualTo("deg");
        assertThat(table.path("columns").get(11).path("shape").toString()).isEqualTo("[null]");
        assertThat(table.path("formats").toString()).isEqualTo("[\"json\"]");
        assertThat(json("/api/v1/collections/showers/releases")
                        .path("releases")
                        .get(0)
                        .path("files")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void counts() throws Exception {
        JsonNode count = json(EVENTS + "/count?" + where("ze < 20 deg"));
        assertThat(count.path("rows").asLong()).isEqualTo(passing());
        assertThat(count.path("of").asLong()).isEqualTo(2000);
        assertThat(count.path("estimates").path("json").path("bytes").asLong()).isPositive();
        assertThat(count.path("estimates").path("json").path("seconds").asDouble())
                .isPositive();
    }

    @Test
    void takesLongSelectionsAsTextAndAsJsonInABody() throws Exception {
        for (String body : List.of(
                "{\"where\": \"ze < 20 deg\"}",
                "{\"where\": {\"column\": \"ze\", \"op\": \"<\", \"value\": 20}, \"columns\": [\"ze\", \"n\"]}")) {
            HttpResponse<String> answer = send(to(EVENTS + "/count").POST(HttpRequest.BodyPublishers.ofString(body)));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(JsonMapper.shared().readTree(answer.body()).path("rows").asLong())
                    .isEqualTo(passing());
        }
    }

    @Test
    void makesHistogramsInOneAndTwoDimensions() throws Exception {
        JsonNode one = json(EVENTS + "/histogram?column=ze&bins=6&max=50");
        assertThat(one.path("edges").size()).isEqualTo(7);
        assertThat(one.path("counts").size()).isEqualTo(6);
        assertThat(one.path("over").asLong())
                .isEqualTo(showers.rows().stream().filter(s -> s.ze() > 50).count());
        assertThat(one.path("under").asLong()).isZero();
        assertThat(one.path("nulls").asLong()).isZero();
        assertThat(one.path("unit").asString()).isEqualTo("deg");
        JsonNode two = json(EVENTS + "/histogram?column=e&bins=3&column2=ze&bins2=4&min2=1&scale2=log");
        assertThat(two.path("counts").size()).isEqualTo(3);
        assertThat(two.path("counts").get(0).size()).isEqualTo(4);
        assertThat(two.path("edges2").get(0).asDouble()).isEqualTo(1);
        JsonNode time = json(EVENTS + "/histogram?column=time&bins=1&min=2004-01-01&max=2004-01-31T00:00:00Z");
        assertThat(time.path("counts").get(0).asLong()).isEqualTo(30);
    }

    @Test
    void mapsTheSky() throws Exception {
        JsonNode sky = json(EVENTS + "/sky?order=3");
        assertThat(sky.path("cells").size())
                .isEqualTo(sky.path("counts").size())
                .isPositive();
        assertThat(sky.path("nulls").asLong()).isEqualTo(20);
        assertThat(json("/api/v1/events/sky?order=0").path("skipped").size()).isEqualTo(1);
    }

    @Test
    void sendsRowsWithTheirDescription() throws Exception {
        HttpResponse<String> answer =
                get(EVENTS + "/rows?columns=uuid,ze&order=-ze&limit=3&offset=1&" + where("ze<20"));
        JsonNode rows = JsonMapper.shared().readTree(answer.body());
        List<Float> steepest = showers.rows().stream()
                .map(Showers.Shower::ze)
                .filter(ze -> ze < 20)
                .sorted((a, b) -> Float.compare(b, a))
                .skip(1)
                .limit(3)
                .toList();
        assertThat(rows.path("rows").valueStream().map(r -> r.get(1).floatValue()))
                .isEqualTo(steepest);
        assertThat(rows.path("metadata").path("selection").asString()).isEqualTo("ze < 20 deg");
        assertThat(answer.headers().firstValue("X-Herald-Rows")).contains("3");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("showers-events-r1.json");
        assertThat(answer.headers().firstValue("Link").orElseThrow()).contains("describedby");
        assertThat(json(EVENTS + "/rows?columns=n").path("rows").size()).isEqualTo(2000);
    }

    @Test
    void selectsOverCollections() throws Exception {
        JsonNode count = json("/api/v1/events/count?" + where("energy > 1 PeV"));
        assertThat(count.path("rows").asLong()).isPositive();
        assertThat(count.path("skipped").get(0).path("why").asString()).isEqualTo("its events have no energy");
        assertThat(count.path("skipped").get(0).path("collection").asString()).isEqualTo("notes");
        assertThat(count.path("parts").get(0).path("collection").asString()).isEqualTo("showers");
        assertThat(json("/api/v1/events?limit=5").path("rows").size()).isEqualTo(5);
        assertThat(json("/api/v1/events/count?collections=notes").path("of").asLong())
                .isEqualTo(3);
    }

    @Test
    void answersHeadWithoutABody() throws Exception {
        HttpResponse<String> head =
                send(to(EVENTS + "/rows?limit=7").method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("X-Herald-Rows")).contains("7");
    }

    @Test
    void letsClientsKeepAnswers() throws Exception {
        HttpResponse<String> first = get(EVENTS + "/count?release=r1");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        assertThat(send(to(EVENTS + "/count?release=r1").header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(304);
        assertThat(send(to(EVENTS + "/count?release=r1&limit=3").header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(EVENTS + "/count").headers().firstValue("Cache-Control").orElseThrow())
                .contains("max-age=60");
    }

    @Test
    void compressesJson() throws Exception {
        var answer = client.send(
                to(EVENTS + "/rows?limit=500").header("Accept-Encoding", "gzip").build(),
                HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        try (var in = new GZIPInputStream(answer.body())) {
            assertThat(JsonMapper.shared()
                            .readTree(in.readAllBytes())
                            .path("rows")
                            .size())
                    .isEqualTo(500);
        }
    }

    @Test
    void isOpenToPagesOfOtherSites() throws Exception {
        HttpResponse<String> answer = send(to(EVENTS + "/count").header("Origin", "https://example.org"));
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }

    @Test
    void servesFilesInParts() throws Exception {
        String path = "/files/showers/r1/showers/data/events-0.parquet";
        byte[] file = Files.readAllBytes(folder.resolve("wh/showers/data/events-0.parquet"));
        var part = client.send(to(path).header("Range", "bytes=0-3").build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(new String(part.body(), StandardCharsets.US_ASCII)).isEqualTo("PAR1");
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 0-3/" + file.length);
        assertThat(part.headers().firstValue("ETag")).contains("\"" + "0".repeat(64) + "\"");
        var last = client.send(to(path).header("Range", "bytes=-4").build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(new String(last.body(), StandardCharsets.US_ASCII)).isEqualTo("PAR1");
        assertThat(client.send(to(path).build(), HttpResponse.BodyHandlers.ofByteArray())
                        .body())
                .isEqualTo(file);
        assertThat(get("/files/showers/r1/SHA256SUMS").body())
                .isEqualTo("0".repeat(64) + "  showers/data/events-0.parquet\n");
        assertThat(get("/files/showers/r1/..%2f..%2fetc/passwd").statusCode()).isIn(400, 404);
        assertThat(get("/files/showers/r1/nothing").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /api/v1/collections/shower | 404 | Q001 | did you mean `showers`?",
                "GET | /api/v1/collections/No!Id | 404 | Q001 |",
                "GET | /api/v1/collections/showers/tables/event | 404 | Q003 | did you mean `events`?",
                "GET | /api/v1/collections/showers?release=r9 | 404 | Q002 | did you mean `r1`?",
                "GET | /api/v1/nothing | 404 | R001 | openapi",
                "GET | /files/x/y | 404 | Q001 |",
                "DELETE | /api/v1/collections | 405 | R007 |",
                "POST | /api/v1/collections | 405 | R007 |",
                "GET | /api/v1/collections/showers/tables/events/count?were=1 | 400 | R002 | did you mean `where`?",
                "GET | /api/v1/collections?x=1 | 400 | R002 | it takes none",
                "GET | /api/v1/collections/showers/tables/events/count?limit=-1 | 400 | R003 | whole number",
                "GET | /api/v1/collections/showers/tables/events/rows?limit=ten | 400 | R003 | whole number",
                "GET | /api/v1/collections/showers/tables/events/rows?limit=1&limit=2 | 400 | R003 |",
                "GET | /api/v1/collections/showers/tables/events/rows?format=fitz | 400 | Q005 | json",
                "GET | /api/v1/collections/showers/tables/events/rows?columns=zee | 400 | Q004 | did you mean `ze`?",
                "GET | /api/v1/collections/showers/tables/events/rows?order=edep | 400 | Q009 |",
                "GET | /api/v1/collections/showers/tables/events/histogram | 400 | R004 |",
                "GET | /api/v1/collections/showers/tables/events/histogram?column=ze&min=x | 400 | R003 | a number",
                "GET | /api/v1/collections/showers/tables/events/histogram?column=time&min=x | 400 | R003 | a time",
                "GET | /api/v1/collections/showers/tables/events/histogram?column=ze&scale=x | 400 | R003 | linear",
                "GET | /api/v1/collections/showers/tables/events/histogram?column=kind | 400 | Q008 |",
                "GET | /api/v1/collections/showers/tables/events/sky?order=20 | 400 | Q012 |",
                "GET | /api/v1/collections/notes/tables/notes/sky | 400 | Q010 |",
                "GET | /api/v1/events/count?collections=x | 404 | Q001 |",
            })
    void tellsMistakesAsProblems(String method, String path, int status, String code, String help) throws Exception {
        HttpResponse<String> answer = send(to(path).method(method, HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asString()).isNotBlank();
        if (help != null) {
            assertThat(problem.path("help").asString()).contains(help);
        }
    }

    @Test
    void pointsIntoTheSelection() throws Exception {
        HttpResponse<String> answer = get(EVENTS + "/count?" + where("e > 15 and zee < 20 GeV or zee = 'x'"));
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.path("start").asInt()).isEqualTo(11);
        assertThat(problem.path("length").asInt()).isEqualTo(3);
        assertThat(problem.path("where").asString()).startsWith("e > 15");
        assertThat(problem.path("errors").size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{ | 400 | R005", "[] | 400 | R005", "{\"x\": 1} | 400 | R002"})
    void refusesBodiesThatCannotBeRead(String body, int status, String code) throws Exception {
        HttpResponse<String> answer = send(to(EVENTS + "/count").POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(code);
    }

    @Test
    void refusesBodiesThatAreTooLarge() throws Exception {
        HttpResponse<String> answer =
                send(to(EVENTS + "/count").POST(HttpRequest.BodyPublishers.ofString(" ".repeat(1_000_001))));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("R006");
    }

    @Test
    void refusesMediaTypesThatItCannotMake() throws Exception {
        HttpResponse<String> answer = send(to(EVENTS + "/rows").header("Accept", "image/png"));
        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.body()).contains("R008");
        assertThat(send(to(EVENTS + "/rows?limit=1").header("Accept", "text/html,*/*"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void saysWhichMethodsAnAddressAnswersAndWhatItCanMake() throws Exception {
        HttpResponse<String> wrong = send(to("/api/v1/collections").DELETE());
        assertThat(wrong.headers().firstValue("Allow").orElseThrow()).contains("GET");
        HttpResponse<String> picture = send(to("/api/v1/collections").header("Accept", "image/png"));
        assertThat(picture.statusCode()).isEqualTo(406);
        assertThat(picture.body()).contains("R008");
    }

    @Test
    void leavesOtherAddressesToOthers() throws Exception {
        HttpResponse<String> page = send(to("/no/such/page").header("Accept", "text/html"));
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).doesNotContain("R001").contains("<html");
    }

    @Test
    void tellsItsHealthAndFigures() throws Exception {
        assertThat(json("/health").path("status").asString()).isEqualTo("UP");
        assertThat(get("/metrics").body())
                .contains("herald_collections 2", "herald_rows 2003", "herald_http_requests_total{status=\"2xx\"}");
    }

    @Test
    void describesEveryAddressAndParameterOfTheCode() throws Exception {
        JsonNode paths = json("/api/v1/openapi.json").path("paths");
        Set<String> described = new TreeSet<>();
        paths.properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method ->
                                described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        assertThat(described).isEqualTo(Mappings.of(server));
        JsonNode parameters = paths.path(Api.TABLE_HISTOGRAM).path("get").path("parameters");
        assertThat(parameters.valueStream().map(p -> p.path("name").asString()))
                .contains("collection", "table", "column", "column2", "scale", "where", "release");
    }
}
