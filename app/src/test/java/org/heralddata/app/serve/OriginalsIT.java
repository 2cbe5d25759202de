package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.heralddata.app.RunHerald;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.InputFile;
import org.heralddata.model.catalogue.Release;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A collection with tables and files, ingested by one command; the files that its release was made from, over HTTP. */
@TestInstance(Lifecycle.PER_CLASS)
class OriginalsIT {
    private static final String RELEASE = "/files/both/r1/original/";
    private static final String NOW = "/files/both/original/";

    private final HttpClient client = HttpClient.newHttpClient();
    private Path folder;
    private Path data;
    private RunHerald.Outcome ingested;
    private ServedHome served;

    @BeforeAll
    void ingest(@TempDir Path temporary) throws IOException {
        folder = temporary;
        data = Files.createDirectories(folder.resolve("data"));
        for (int run = 1; run <= 4; run++) {
            Files.writeString(data.resolve("run %d+.csv".formatted(run)), rows(run));
        }
        Files.writeString(data.resolve("run_monitor.csv"), "t,v\n1,2\n");
        Files.writeString(folder.resolve("secret.csv"), "not for you\n");
        Files.createSymbolicLink(data.resolve("run 5+.csv"), folder.resolve("secret.csv"));
        Files.writeString(folder.resolve("collection.yaml"), """
                herald: 1
                id: both
                title: Runs and their files
                description: Made by a test.
                messenger: photon
                instrument: Test camera
                creators: [{name: Herald}]
                licence: CC0-1.0
                tables:
                  events:
                    description: One row an event
                    source: {files: "run [1-4]+.csv", format: csv}
                    key: [id]
                    columns:
                      - {name: id, source: id, ucd: meta.id, description: Number}
                      - {name: energy, source: energy, unit: GeV, ucd: phys.energy, description: Energy}
                files:
                  source: "*.csv"
                  pattern: "run {run:int}+.csv"
                  fields:
                    - {name: run, from: path, description: Run}
                    - {name: e_max, from: column, column: energy, take: max, unit: GeV, description: Greatest energy}
                """);
        ingested = herald("ingest", folder.resolve("collection.yaml").toString(), "--data", data.toString());
        served = ServedHome.open(folder.resolve("home"));
    }

    @AfterAll
    void close() {
        client.close();
        served.close();
    }

    private static String rows(int run) {
        return "id,energy\n%d1,1.5\n%d2,%d.25\n".formatted(run, run, run);
    }

    private RunHerald.Outcome herald(String... arguments) {
        List<String> all = new java.util.ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", folder.resolve("home").toString()));
        return RunHerald.with(all.toArray(String[]::new));
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + served.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void oneIngestMakesTheReleaseAndRegistersItsFilesAndOthers() throws IOException, InterruptedException {
        assertThat(ingested.status()).as(ingested.err()).isZero();
        assertThat(ingested.err())
                .contains("both: release r1, 8 rows in 1 table")
                .contains("both: 6 files: 6 new");
        Release release =
                served.home().catalogue().latest(new CollectionId("both")).orElseThrow();
        assertThat(release.inputs())
                .extracting(InputFile::path)
                .containsExactly("run 1+.csv", "run 2+.csv", "run 3+.csv", "run 4+.csv");
        JsonNode found = served.json("/api/v1/files?collection=both&order=path");
        assertThat(found.get("count").asInt()).isEqualTo(6);
        JsonNode second = found.get("files").get(1);
        assertThat(second.get("run").asInt()).isEqualTo(2);
        assertThat(second.get("sha256").stringValue()).isEqualTo(sha256(rows(2)));
        assertThat(second.get("rows").asInt())
                .as("counted by the ingest, for CSV does not tell")
                .isEqualTo(2);
        assertThat(second.get("fields").get("e_max").asDouble()).isEqualTo(2.25);
        JsonNode detail = served.json("/api/v1/files/" + second.get("id").stringValue());
        assertThat(detail.get("releases").toString()).contains("r1");
        assertThat(detail.toString()).contains("herald").contains("found");
        JsonNode monitor = found.get("files").get(5);
        assertThat(monitor.get("path").stringValue()).isEqualTo("run_monitor.csv");
        assertThat(served.json("/api/v1/files/" + monitor.get("id").stringValue())
                        .get("releases")
                        .toString())
                .as("no release was made from it")
                .isEqualTo("[]");
    }

    @Test
    void sendsFilesOfAReleaseInWholeInPartsAndNotTwice() throws IOException, InterruptedException {
        String path = RELEASE + "run%202%2B.csv";
        HttpResponse<String> whole = get(path);
        assertThat(whole.statusCode()).as(whole.body()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(rows(2));
        String tag = whole.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).isEqualTo("\"" + sha256(rows(2)) + "\"");
        assertThat(whole.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(c -> assertThat(c).contains("immutable"));
        assertThat(whole.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(c -> assertThat(c).startsWith("attachment"));
        HttpResponse<String> part = get(path, "Range", "bytes=10-12");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(rows(2).substring(10, 13));
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 10-12/" + rows(2).length());
        assertThat(get(path, "Range", "bytes=-4").body()).isEqualTo(rows(2).substring(rows(2).length() - 4));
        assertThat(get(path, "Range", "bytes=5000-").statusCode()).isEqualTo(416);
        assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get(path, "Range", "bytes=0-1", "If-Range", tag).statusCode())
                .isEqualTo(206);
        assertThat(get(path, "Range", "bytes=0-1", "If-Range", "\"another\"").body())
                .isEqualTo(rows(2));
    }

    @Test
    void listsTheSumsOfARelease() throws IOException, InterruptedException {
        assertThat(get(RELEASE + "SHA256SUMS").body().lines()).hasSize(4).contains(sha256(rows(3)) + "  run 3+.csv");
        assertThat(get(NOW + "SHA256SUMS").body().lines()).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"run_monitor.csv", "run%209%2B.csv", "..%2Fsecret.csv", "../secret.csv", "%2Fetc%2Fpasswd", "."})
    void refusesWhatTheReleaseWasNotMadeFrom(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(RELEASE + path);
        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("not for you");
    }

    @Test
    void refusesLinksThatLeadOutOfTheFolder() throws IOException, InterruptedException {
        HttpResponse<String> answer = get(NOW + "run%205%2B.csv");
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains("leads out of the data folder").doesNotContain("not for you");
    }

    @Test
    void tellsThatAFileIsNotAsItWas() throws IOException, InterruptedException {
        Path file = data.resolve("run 4+.csv");
        Files.writeString(file, rows(4) + "43,1\n");
        String path = "run%204%2B.csv";
        assertThat(get(NOW + path).statusCode()).isEqualTo(410);
        HttpResponse<String> before = get(RELEASE + path);
        assertThat(before.statusCode()).isEqualTo(410);
        assertThat(before.body())
                .contains("is not as it was when it was registered")
                .contains("herald files scan");
        RunHerald.Outcome scanned =
                herald("files", "scan", folder.resolve("collection.yaml").toString(), "--data", data.toString());
        assertThat(scanned.err()).contains("1 changed");
        assertThat(get(NOW + path).body()).isEqualTo(rows(4) + "43,1\n");
        HttpResponse<String> after = get(RELEASE + path);
        assertThat(after.statusCode()).isEqualTo(410);
        assertThat(after.body()).contains("is not as it was when the release was made");
        assertThat(get("/files/both/r9/original/" + path).statusCode()).isEqualTo(404);
    }

    @Test
    void noReleaseIsCalledAsTheOriginalsAre() {
        RunHerald.Outcome refused = herald(
                "ingest",
                folder.resolve("collection.yaml").toString(),
                "--data",
                data.toString(),
                "--force",
                "--release",
                "original");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("`original` is no name for a release");
    }
}
