package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.heralddata.app.console.Console;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.simulate.SimulationKind;
import org.heralddata.testkit.Oracle;
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

/** Requests from their order to the package in the hands of whoever ordered it. */
@TestInstance(Lifecycle.PER_CLASS)
class RequestsIT {
    private static final String REQUESTS = "/api/v1/requests";
    private static final String TWO_TABLES = """
            {"parts": [{"collection": "kascade-demo", "table": "events", "where": "array_ze < 10 deg",
                        "columns": ["array_e", "stations_id", "time", "uuid", "has_grande"]},
                       {"collection": "neutrino-demo", "table": "events"},
                       {"events": {"where": "energy > 1 TeV", "collections": ["neutrino-demo", "kascade-demo"]}}],
             "format": "%s"}""";

    private final HttpClient client = HttpClient.newHttpClient();
    private Path folder;
    private ServedHome served;

    @BeforeAll
    void serve(@TempDir Path temporary) throws IOException {
        folder = temporary;
        served = ServedHome.open(temporary.resolve("home"));
        var demo = new DemoCollections(served.home(), Console.system());
        demo.make(SimulationKind.KASCADE_DEMO, 3000);
        demo.make(SimulationKind.NEUTRINO_DEMO, 500);
    }

    @AfterAll
    void close() {
        client.close();
        served.close();
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + served.port() + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode ordered(String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = send("POST", REQUESTS, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode told = JsonMapper.shared().readTree(answer.body());
        assertThat(answer.headers().firstValue("Location"))
                .hasValue(REQUESTS + "/" + told.get("id").stringValue());
        return told;
    }

    private JsonNode finished(String body) throws IOException, InterruptedException {
        String path = REQUESTS + "/" + ordered(body).get("id").stringValue();
        JsonNode told = served.json(path);
        for (int i = 0; i < 20 && told.get("state").stringValue().matches("Scheduled|Running"); i++) {
            told = served.json(path + "?wait=30");
        }
        assertThat(told.get("state").stringValue()).as(told.toString()).isEqualTo("Finished");
        return told;
    }

    private Path unpacked(JsonNode request) throws IOException, InterruptedException {
        Path archive =
                served.download(request.get("result").stringValue(), Files.createTempFile(folder, "package", ".zip"));
        Path to = Files.createTempDirectory(folder, "unpacked");
        Oracle.python("zipfile")
                .run("import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])", archive, to);
        return to.resolve(request.get("identifier").stringValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "tsv", "json", "votable", "fits", "parquet", "hdf5", "root", "rntuple"})
    void isLoadedByItsOwnScriptInEveryFormat(String format) throws IOException, InterruptedException {
        JsonNode request = finished(TWO_TABLES.formatted(format));
        long showers = served.json(
                        "/api/v1/collections/kascade-demo/tables/events/count?" + ServedHome.where("array_ze < 10 deg"))
                .get("rows")
                .asLong();
        long common = served.json("/api/v1/events/count?collections=neutrino-demo,kascade-demo&"
                        + ServedHome.where("energy > 1 TeV"))
                .get("rows")
                .asLong();
        String told =
                Oracle.python("astropy", "h5py", "pyarrow", "pandas", "uproot").run("""
                import subprocess, sys, warnings
                folder = sys.argv[1]
                subprocess.run(['sha256sum', '--quiet', '-c', 'SHA256SUMS'], cwd=folder, check=True)
                done = subprocess.run([sys.executable, '-W', 'ignore', 'load.py'], cwd=folder, check=True, capture_output=True, text=True)
                print(done.stdout)
                """, unpacked(request));
        assertThat(told)
                .isEqualTo("kascade-demo-events: %d rows\nneutrino-demo-events: 500 rows\nevents: %d rows"
                        .formatted(showers, common));
    }

    @Test
    void hasTheSameFingerprintInEveryFormatAndWheneverItIsOrdered() throws IOException, InterruptedException {
        JsonNode first = finished(TWO_TABLES.formatted("csv"));
        JsonNode again = finished(TWO_TABLES.formatted("csv").replace("< 10 deg", "< 10.0 deg"));
        JsonNode fits = finished(TWO_TABLES.formatted("fits"));
        assertThat(again.get("identifier")).isEqualTo(first.get("identifier"));
        assertThat(again.get("id")).isNotEqualTo(first.get("id"));
        assertThat(again.get("fingerprint")).isEqualTo(first.get("fingerprint"));
        assertThat(fits.get("fingerprint")).isEqualTo(first.get("fingerprint"));
        assertThat(fits.get("identifier")).isNotEqualTo(first.get("identifier"));
        JsonNode meant = served.json(REQUESTS + "/" + first.get("identifier").stringValue());
        assertThat(meant.get("request")).isEqualTo(first.get("request"));
    }

    @Test
    void givesTheCommonEventsOfAllCollectionsAsTheyWereAtTheOrder() throws IOException, InterruptedException {
        JsonNode first = finished("""
                {"events": {"where": "dec > 0 deg"}, "format": "csv"}""");
        JsonNode part = first.at("/request/parts/0/events");
        assertThat(part.get("collections")
                        .valueStream()
                        .map(c -> c.get("collection").stringValue()))
                .containsExactly("kascade-demo", "neutrino-demo");
        assertThat(part.get("collections")).allMatch(c -> c.get("release").isString());
        String told = Oracle.python("pandas").run("""
                import sys
                sys.path.insert(0, sys.argv[1])
                import load
                events = load.tables()['events']
                assert list(events) == ['id', 'collection', 'table', 'messenger', 'time', 'ra', 'dec', 'energy']
                assert (events['dec'] > 0).all() and events['energy'].isna().any()
                assert events['id'].is_unique
                readme = open(sys.argv[1] + '/README.md').read()
                bib = open(sys.argv[1] + '/CITATION.bib').read()
                assert bib.count('@misc{') == 2 and readme.count('**Cite**') == 2
                assert 'Common events of `kascade-demo`' in readme, readme
                print(sorted(events['collection'].unique()), len(events))
                """, unpacked(first));
        long rows = served.json("/api/v1/events/count?" + ServedHome.where("dec > 0 deg"))
                .get("rows")
                .asLong();
        assertThat(told).isEqualTo("['kascade-demo', 'neutrino-demo'] " + rows);
        new DemoCollections(served.home(), Console.system()).make(SimulationKind.GAMMA_DEMO, 200);
        JsonNode again = finished(first.get("request").toString());
        assertThat(again.get("identifier")).isEqualTo(first.get("identifier"));
        assertThat(again.get("fingerprint")).isEqualTo(first.get("fingerprint"));
        JsonNode now = JsonMapper.shared()
                .readTree(send("POST", REQUESTS + "/estimate", "{\"events\": {\"where\": \"dec > 0 deg\"}}")
                        .body());
        assertThat(now.get("identifier")).isNotEqualTo(first.get("identifier"));
        served.home().access().restrict(new CollectionId("gamma-demo"), null, new Access.Restricted("insiders", null));
        JsonNode open = JsonMapper.shared()
                .readTree(send("POST", REQUESTS + "/estimate", "{\"events\": {\"where\": \"dec > 0 deg\"}}")
                        .body());
        assertThat(open.get("identifier")).isEqualTo(first.get("identifier"));
        HttpResponse<String> closed =
                send("POST", REQUESTS, "{\"events\": {\"collections\": [\"kascade-demo\", \"gamma-demo\"]}}");
        assertThat(closed.statusCode()).as(closed.body()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"events\": {\"wher\": \"\"}}",
                "{\"events\": 1}",
                "{\"events\": {}, \"table\": \"events\"}",
                "{\"parts\": [{\"events\": {}, \"where\": \"\"}]}",
                "{\"events\": {\"collections\": [\"neutrino-demo\", \"neutrino-demo\"]}}",
                "{\"events\": {\"collections\": [{\"collection\": \"neutrino-demo\", \"releas\": \"1\"}]}}"
            })
    void pointsAtMistakesOfCommonEvents(String order) throws IOException, InterruptedException {
        HttpResponse<String> answer = send("POST", REQUESTS, order);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("J020");
    }

    @Test
    void spreadsEventsOverComponentsAsTheirMappingTells() throws IOException, InterruptedException {
        JsonNode request = finished("""
                {"collection": "kascade-demo", "table": "events", "where": "array_ze < 20 deg", "format": "csv",
                 "layout": "components"}""");
        String told = Oracle.python("pandas").run("""
                import sys
                sys.path.insert(0, sys.argv[1])
                import load
                tables = {name.removeprefix('kascade-demo-events-'): table for name, table in load.tables().items()}
                mapping = tables.pop('row_mapping')
                general = tables.pop('general')
                assert list(mapping['general']) == list(range(len(general)))
                for name, table in tables.items():
                    rows = mapping[name][mapping[name] >= 0]
                    assert list(rows) == list(range(len(table))), name
                    assert table['has_' + name].all(), name
                assert 0 < len(tables['grande']) < len(general)
                joined = tables['grande'].iloc[mapping['grande'][mapping['grande'] >= 0]]
                assert len(joined) == len(tables['grande'])
                print(sorted(tables))
                """, unpacked(request));
        assertThat(told).isEqualTo("['array', 'calorimeter', 'grande', 'stations', 'true']");
    }

    @Test
    void describesItselfAsCrateAndProvenance() throws IOException, InterruptedException {
        Path unpacked = unpacked(finished(TWO_TABLES.formatted("parquet")));
        String told = Oracle.python("prov", "rocrate_validator").run("""
                import json, pathlib, subprocess, sys
                folder = pathlib.Path(sys.argv[1])
                from prov.model import ProvDocument, ProvActivity, ProvEntity
                document = ProvDocument.deserialize(str(folder / 'prov.json'))
                print(len(list(document.get_records(ProvEntity))), len(list(document.get_records(ProvActivity))))
                tool = pathlib.Path(sys.executable).with_name('rocrate-validator')
                subprocess.run([tool, '-y', 'validate', '--offline', '--no-paging', '-p', 'ro-crate-1.2', '-l', 'recommended', '-f', 'json',
                                '-o', folder / 'report.json', folder], capture_output=True)
                report = json.loads((folder / 'report.json').read_text())
                offline = {'ro-crate-1.2_4.1', 'ro-crate-1.2_4.2', 'ro-crate-1.2_51.1', 'ro-crate-1.2_61.1'}  # want the internet
                bad = [i['message'] for i in report['issues'] if i['check']['identifier'] not in offline]
                print(report['statistics']['total_checks'] > 60 if 'total_checks' in report['statistics'] else True, bad)
                """, unpacked);
        assertThat(told).isEqualTo("5 1\nTrue []");
    }

    @Test
    void isResumedWhereADownloadBroke() throws IOException, InterruptedException {
        String result = finished(TWO_TABLES.formatted("fits")).get("result").stringValue();
        byte[] whole = Files.readAllBytes(served.download(result, folder.resolve("whole.zip")));
        var rest = HttpRequest.newBuilder(URI.create("http://localhost:" + served.port() + result))
                .header("Range", "bytes=1000-")
                .build();
        HttpResponse<byte[]> answer = client.send(rest, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).hasSize(whole.length - 1000).endsWith(whole[whole.length - 1]);
    }

    @Test
    void givesEachFileOfAFolderByItself() throws IOException, InterruptedException {
        JsonNode request = finished("""
                {"collection": "neutrino-demo", "table": "events", "format": "csv", "delivery": "folder"}""");
        assertThat(request.get("files").valueStream().map(f -> f.get("name").stringValue()))
                .contains("neutrino-demo-events.csv", "README.md", "SHA256SUMS", "ro-crate-metadata.json");
        String readme = request.get("files")
                .valueStream()
                .filter(f -> f.get("name").stringValue().equals("README.md"))
                .map(f -> f.get("href").stringValue())
                .findFirst()
                .orElseThrow();
        assertThat(served.get(readme).body())
                .startsWith("# Request " + request.get("identifier").stringValue());
    }

    @Test
    void tellsTheCostBeforeAnythingIsOrdered() throws IOException, InterruptedException {
        HttpResponse<String> answer = send("POST", REQUESTS + "/estimate", TWO_TABLES.formatted("fits"));
        JsonNode told = JsonMapper.shared().readTree(answer.body());
        JsonNode made = finished(TWO_TABLES.formatted("fits"));
        assertThat(told.get("identifier")).isEqualTo(made.get("identifier"));
        assertThat(told.get("rowsOfParts").get(1).asLong()).isEqualTo(500);
        assertThat(told.get("bytes").asLong()).isPositive();
    }

    @Test
    void refusesWhatWouldBeEmpty() throws IOException, InterruptedException {
        HttpResponse<String> answer = send("POST", REQUESTS, """
                {"collection": "neutrino-demo", "table": "events", "where": "nhit > 1e9"}""");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("J021", "no row passes", "widen it");
    }

    @Test
    void pointsAtTheMistakeOfASelection() throws IOException, InterruptedException {
        HttpResponse<String> answer = send("POST", REQUESTS, """
                {"collection": "neutrino-demo", "table": "events", "where": "nhits > 10"}""");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"start\":0", "nhit");
    }

    @Test
    void isGoneOnceItIsDeleted() throws IOException, InterruptedException {
        String path = REQUESTS + "/" + finished("""
                {"collection": "neutrino-demo", "table": "events", "format": "csv"}""").get("id").stringValue();
        assertThat(send("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(served.problem(path, 404).get("code").stringValue()).isEqualTo("J023");
        assertThat(served.problem(path + "/result", 404).get("code").stringValue())
                .isEqualTo("J023");
    }

    @Test
    void isListedToWhoeverKnowsItsIdOnly() throws IOException, InterruptedException {
        String id = ordered("{\"collection\": \"neutrino-demo\", \"table\": \"events\", \"title\": \"mine\"}")
                .get("id")
                .stringValue();
        assertThat(served.json(REQUESTS).get("requests")).isEmpty();
        JsonNode known = served.json(REQUESTS + "?ids=" + id + ",nosuch").get("requests");
        assertThat(known).hasSize(1);
        assertThat(known.get(0).get("title").stringValue()).isEqualTo("mine");
    }

    @Test
    void isDescribedByOpenApi() throws IOException, InterruptedException {
        JsonNode paths = served.json("/api/v1/openapi.json").get("paths");
        assertThat(paths.get(REQUESTS).propertyNames()).containsExactly("get", "post");
        assertThat(paths.get(REQUESTS + "/{id}").propertyNames()).containsExactly("get", "delete");
        JsonNode example = paths.at("/~1api~1v1~1requests/post/requestBody/content/application~1json/example");
        assertThat(send("POST", REQUESTS + "/estimate", example.toString()).statusCode())
                .isEqualTo(200);
    }
}
