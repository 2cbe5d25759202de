package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.app.HeraldProcess;
import org.heralddata.store.home.Home;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as a process, killed without mercy while it works on a job: the next one ends the job. */
class KilledServerIT {
    private static final Pattern ADDRESS = Pattern.compile("at (http://\\S+)\\s");

    /** Takes some seconds. */
    private static final String LONG = "SELECT SUM(a.column_index * b.column_index * c.column_index * d.column_index"
            + " * e.column_index) AS s FROM tap_schema.columns AS a, tap_schema.columns AS b, tap_schema.columns AS c,"
            + " tap_schema.columns AS d, tap_schema.columns AS e WHERE e.column_index <= 2";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path folder = Path.of("");

    @AfterEach
    void close() {
        client.close();
    }

    private HeraldProcess serve(String log) throws IOException {
        return HeraldProcess.start(
                folder.resolve(log),
                "serve",
                "--port",
                "0",
                "--home",
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
        throw new AssertionError("no server: " + server.said());
    }

    private String make(String site, boolean run) throws IOException, InterruptedException {
        String form = "LANG=ADQL&FORMAT=csv&RUNID=survivor&QUERY=" + URLEncoder.encode(LONG, StandardCharsets.UTF_8)
                + (run ? "&PHASE=RUN" : "");
        HttpResponse<String> made = client.send(
                HttpRequest.newBuilder(URI.create(site + "/tap/async"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        String job = made.headers().firstValue("Location").orElseThrow();
        return job.substring(site.length());
    }

    private String get(String url) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }

    @Test
    void aJobOutlivesTheProcessThatRanIt() throws Exception {
        String running;
        String pending;
        try (HeraldProcess first = serve("first.log")) {
            String site = address(first);
            pending = make(site, false);
            running = make(site, true);
            String phase = get(site + running + "/phase");
            for (int i = 0; i < 1_200 && phase.equals("QUEUED"); i++) {
                Thread.sleep(50);
                phase = get(site + running + "/phase");
            }
            assertThat(phase).isEqualTo("EXECUTING");
        } // kill -9
        try (Home home = Home.open(folder.resolve("home"));
                Connection database = home.database().getConnection();
                var statement = database.createStatement()) {
            // as if the time were over in which it might have shown that it lives
            assertThat(statement.executeUpdate(
                            "update uws_job set lease = now() - interval '1 second' where phase = 'EXECUTING'"))
                    .isEqualTo(1);
        }
        try (HeraldProcess second = serve("second.log")) {
            String site = address(second);
            assertThat(get(site + pending)).contains("<uws:phase>PENDING</uws:phase>", "survivor");
            String told = get(site + running);
            assertThat(told).contains("<uws:runId>survivor</uws:runId>");
            for (int i = 0; i < 60 && !told.contains("<uws:phase>COMPLETED"); i++) {
                told = get(site + running + "?WAIT=10");
            }
            assertThat(told).contains("<uws:phase>COMPLETED</uws:phase>");
            assertThat(get(site + running + "/results/result"))
                    .startsWith("s\n")
                    .hasLineCount(2);
            second.interrupt();
            assertThat(second.isAlive()).isFalse();
        }
    }
}
