package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What the settings grant to queries and jobs holds. */
@TestInstance(Lifecycle.PER_CLASS)
class GrantedIT {
    private static final String ENDLESS = "SELECT SUM(a.column_index * b.column_index * c.column_index * d.column_index"
            + " * e.column_index * f.column_index) AS s FROM tap_schema.columns AS a, tap_schema.columns AS b,"
            + " tap_schema.columns AS c, tap_schema.columns AS d, tap_schema.columns AS e, tap_schema.columns AS f";

    private final HttpClient client = HttpClient.newHttpClient();
    private ServedHome served;

    @BeforeAll
    void make(@TempDir Path folder) throws IOException {
        Path home = folder.resolve("home");
        ServedHome.open(home).close();
        Files.writeString(home.resolve("config.yaml"), """
                layout: 1
                tap: {default_rows: 2, max_rows: 3, upload_megabytes: 1, upload_rows: 5, upload_tables: 1}
                jobs: {workers: 1, duration_seconds: 60, max_duration_seconds: 120, kept_days: 1, max_kept_days: 2, per_address: 3}
                """);
        served = ServedHome.open(home);
    }

    @AfterAll
    void close() {
        client.close();
        served.close();
    }

    private HttpResponse<String> post(String place, String... pairs) throws IOException, InterruptedException {
        String url = place.startsWith("http") ? place : "http://localhost:%d/tap%s".formatted(served.port(), place);
        StringBuilder form = new StringBuilder("LANG=ADQL");
        for (String pair : pairs) {
            form.append('&').append(pair.replace("+", "%2B").replace(' ', '+'));
        }
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString()));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private String get(String url) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }

    private void delete(String url) throws IOException, InterruptedException {
        client.send(HttpRequest.newBuilder(URI.create(url)).DELETE().build(), BodyHandlers.discarding());
    }

    @Test
    void answersHaveTheRowsGranted() throws Exception {
        String query = "QUERY=SELECT table_name FROM tap_schema.tables";
        assertThat(post("/sync", query, "FORMAT=csv").body()).hasLineCount(3);
        assertThat(post("/sync", query, "FORMAT=csv", "MAXREC=100").body()).hasLineCount(4);
        assertThat(served.get("/tap/capabilities").body())
                .contains("<default unit=\"row\">2<", "<hard unit=\"row\">3<", "<hard unit=\"byte\">1048576<")
                .contains("<executionDuration><default>60</default><hard>120</hard>")
                .contains("<retentionPeriod><default>86400</default><hard>172800</hard>");
    }

    @Test
    void uploadsBeyondWhatIsGrantedAreRefused() throws Exception {
        String two = post("/sync", "QUERY=SELECT table_name FROM tap_schema.tables", "UPLOAD=a,param:x;b,param:y")
                .body();
        assertThat(two).contains("2 tables", "at most 1");
    }

    @Test
    void aJobThatTakesLongerThanItsDurationIsAborted() throws Exception {
        HttpResponse<String> made =
                post("/async", "QUERY=" + ENDLESS, "EXECUTIONDURATION=1", "DESTRUCTION=2100-01-01T00:00:00Z");
        String job = made.headers().firstValue("Location").orElseThrow();
        try {
            assertThat(get(job + "/executionduration")).isEqualTo("1");
            assertThat(Instant.parse(get(job + "/destruction")))
                    .isBefore(Instant.now().plus(Duration.ofDays(2)).plusSeconds(5));
            post(job + "/phase", "PHASE=RUN");
            String told = "";
            for (int i = 0; i < 40 && !told.contains("ABORTED"); i++) {
                told = get(job + "?WAIT=5");
            }
            assertThat(told).contains("<uws:phase>ABORTED</uws:phase>", "the job took longer than the 1 s that it may");
            // the only worker is free again
            String next = post("/async", "PHASE=RUN", "QUERY=SELECT table_name FROM tap_schema.tables")
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            told = "";
            for (int i = 0; i < 40 && !told.contains("COMPLETED"); i++) {
                told = get(next + "?WAIT=5");
            }
            assertThat(told).contains("COMPLETED");
            delete(next);
        } finally {
            delete(job);
        }
    }

    @Test
    void moreDurationThanIsGrantedIsNotGiven() throws Exception {
        String job = post("/async", "QUERY=SELECT table_name FROM tap_schema.tables", "EXECUTIONDURATION=9999")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(get(job + "/executionduration")).isEqualTo("120");
        delete(job);
    }

    @Test
    void theListOfJobsIsFilteredByPhaseAgeAndNumber() throws Exception {
        String query = "QUERY=SELECT table_name FROM tap_schema.tables";
        String first = post("/async", query).headers().firstValue("Location").orElseThrow();
        Thread.sleep(20);
        String second = post("/async", query).headers().firstValue("Location").orElseThrow();
        try {
            String created = get(first).replaceAll("(?s).*<uws:creationTime>([^<]+)<.*", "$1");
            String list = "http://localhost:%d/tap/async".formatted(served.port());
            assertThat(get(list)).contains(first, second);
            assertThat(get(list + "?AFTER=" + created)).contains(second);
            assertThat(get(list + "?AFTER=2100-01-01T00:00:00Z")).doesNotContain(first, second);
            assertThat(get(list + "?LAST=1")).contains(second).doesNotContain(first);
            assertThat(get(list + "?PHASE=COMPLETED")).doesNotContain(first, second);
            assertThat(get(list + "?PHASE=COMPLETED&PHASE=PENDING")).contains(first, second);
            post(first + "/phase", "PHASE=ABORT");
            assertThat(get(list + "?PHASE=ABORTED")).contains(first).doesNotContain(second);
            for (String wrong : new String[] {"PHASE=ASLEEP", "LAST=-1", "LAST=few", "AFTER=yesterday"}) {
                assertThat(get(list + "?" + wrong)).as(wrong).contains("value=\"ERROR\"", "V012");
            }
        } finally {
            delete(first);
            delete(second);
        }
    }

    @Test
    void jobsBeyondThoseOfAnAddressAreRefusedWithAdvice() throws Exception {
        String[] jobs = new String[3];
        for (int i = 0; i < 3; i++) {
            jobs[i] = post("/async", "QUERY=SELECT table_name FROM tap_schema.tables")
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
        }
        HttpResponse<String> refused = post("/async", "QUERY=SELECT table_name FROM tap_schema.tables");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("J008", "there are 3 jobs from your network address", "delete jobs");
        delete(jobs[0]);
        HttpResponse<String> again = post("/async", "QUERY=SELECT table_name FROM tap_schema.tables");
        assertThat(again.statusCode()).isEqualTo(303);
        delete(again.headers().firstValue("Location").orElseThrow());
        delete(jobs[1]);
        delete(jobs[2]);
    }
}
