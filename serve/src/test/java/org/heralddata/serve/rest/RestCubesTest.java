package org.heralddata.serve.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RestCubesTest extends RestOverShowers {
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
}
