package org.heralddata.serve.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RestOverHttpTest extends RestOverShowers {
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
                .contains("herald_collections 2", "herald_rows 2255", "herald_http_requests_total{status=\"2xx\"}");
    }
}
