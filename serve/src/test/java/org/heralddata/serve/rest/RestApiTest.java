package org.heralddata.serve.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.heralddata.query.Showers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RestApiTest extends RestOverShowers {
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
