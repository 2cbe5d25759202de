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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.heralddata.app.console.Console;
import org.heralddata.simulate.SimulationKind;
import org.heralddata.testkit.Oracle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** TAP as its clients see it: by hand, pyvo, STILTS. */
@TestInstance(Lifecycle.PER_CLASS)
class TapIT {
    private static final String GAMMAS = "\"gamma-demo\".events";

    private final HttpClient client = HttpClient.newHttpClient();
    private ServedHome served;
    private String tap = "";

    @BeforeAll
    void make(@TempDir Path folder) throws IOException {
        served = ServedHome.open(folder.resolve("home"));
        var demo = new DemoCollections(served.home(), Console.system());
        for (SimulationKind kind : SimulationKind.values()) {
            demo.make(kind, 2_000);
        }
        tap = "http://localhost:%d/tap".formatted(served.port());
    }

    @AfterAll
    void close() {
        client.close();
        served.close();
    }

    private static String form(String... pairs) {
        return Arrays.stream(pairs)
                .map(pair -> pair.split("=", 2))
                .map(pair -> pair[0] + "=" + URLEncoder.encode(pair[1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> post(String path, String... pairs) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : tap + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(pairs)))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI address = URI.create(path.startsWith("http") ? path : tap + path);
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    @Test
    void aJobThatCannotGoWellIsInErrorAsSoonAsItIsToRun() throws Exception {
        for (boolean atOnce : new boolean[] {true, false}) {
            var made = atOnce
                    ? post("/async", "LANG=ADQL", "QUERY=SELECT zz FROM " + GAMMAS, "PHASE=RUN")
                    : post("/async", "LANG=ADQL", "QUERY=SELECT zz FROM " + GAMMAS);
            assertThat(made.statusCode()).isEqualTo(303);
            String job = made.headers().firstValue("Location").orElseThrow();
            if (!atOnce) {
                assertThat(get(job + "/phase").body()).isEqualTo("PENDING");
                assertThat(post(job + "/phase", "PHASE=RUN").statusCode()).isEqualTo(303);
            }
            assertThat(get(job + "/phase").body()).isEqualTo("ERROR");
            assertThat(get(job).body()).contains("there is no column `zz`").doesNotContain("<uws:startTime>2");
            assertThat(get(job + "/error").body()).contains("value=\"ERROR\"", "there is no column `zz`");
        }
    }

    @Test
    void whatAJobWillTakeIsKnownBeforeItRuns() throws Exception {
        JsonNode told = served.json("/api/v1/adql/estimate?maxrec=300&query="
                + URLEncoder.encode("SELECT ra FROM " + GAMMAS + " WHERE ra > 0", StandardCharsets.UTF_8));
        long all = told.at("/reads/tables/0/of").asLong();
        assertThat(told.at("/rows/exact").asLong()).isBetween(300L, all);
        assertThat(told.at("/rows/given").asLong()).isEqualTo(300);
        assertThat(told.at("/formats/csv/bytes").asLong()).isPositive();
        assertThat(told.at("/advice/0/code").asString()).isEqualTo("R080");
        assertThat(told.at("/advice/0/help").asString()).contains("/collections/gamma-demo/events");
        assertThat(told.get("granted").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "votable, application/x-votable+xml",
        "votable/td, application/x-votable+xml;serialization=tabledata",
        "csv, text/csv;charset=UTF-8",
        "tsv, text/tab-separated-values;charset=UTF-8",
        "json, application/json",
        "fits, application/fits",
        "parquet, application/vnd.apache.parquet",
        "hdf5, application/x-hdf5",
        "root, application/x-root",
        "text, text/plain;charset=UTF-8",
        "html, text/html;charset=UTF-8"
    })
    void rowsComeInEveryFormatAndNoneAreLeftOutSilently(String format, String mediaType) throws Exception {
        String query = "QUERY=SELECT event_id, ra FROM " + GAMMAS;
        HttpResponse<String> cut = post("/sync", "lang=ADQL", query, "MaxRec=5", "responseformat=" + format);
        assertThat(cut.statusCode()).isEqualTo(200);
        assertThat(cut.headers().firstValue("Content-Type")).hasValue(mediaType);
        boolean told = cut.headers().firstValue("X-Herald-Overflow").isPresent()
                || cut.body().contains("value=\"OVERFLOW\"")
                || cut.body().contains("here are more rows");
        assertThat(told).isTrue();
        HttpResponse<String> whole = post("/sync", "LANG=ADQL", query, "FORMAT=" + format);
        assertThat(whole.headers().firstValue("X-Herald-Overflow")).isEmpty();
        assertThat(whole.body()).doesNotContain("OVERFLOW", "here are more rows");
    }

    @Test
    void noRowsAtAllStillTellTheColumns() throws Exception {
        String body = post("/sync", "LANG=ADQL", "QUERY=SELECT ra FROM " + GAMMAS, "MAXREC=0", "FORMAT=votable/td")
                .body();
        assertThat(body).contains("<FIELD name=\"ra\"", "OVERFLOW").doesNotContain("<TR>");
    }

    @ParameterizedTest
    @CsvSource({
        "'QUERY=SELECT nope FROM \"gamma-demo\".events', 400, nope",
        "'QUERY=', 400, QUERY is missing",
        "'QUERY=SELECT 1 AS x,LANG=PQL', 400, PQL",
        "'QUERY=SELECT 1 AS x,MAXREC=few', 400, MAXREC",
        "'QUERY=SELECT 1 AS x,FORMAT=vottable', 400, did you mean `votable`",
        "'QUERY=SELECT * FROM tap_upload.a,UPLOAD=a\\,param:b', 400, no part named `b`",
        "'QUERY=SELECT 1 AS x,REQUEST=sing', 400, REQUEST"
    })
    void mistakesAreToldInAVotable(String pairs, int status, String words) throws Exception {
        String[] all = Arrays.stream(pairs.split("(?<!\\\\),"))
                .map(p -> p.replace("\\,", ","))
                .toArray(String[]::new);
        HttpResponse<String> answer = post("/sync", all);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-votable+xml");
        assertThat(answer.body()).contains("<INFO name=\"QUERY_STATUS\" value=\"ERROR\">", words);
    }

    @Test
    void addressesOfNothingAreNotFound() throws Exception {
        for (String path : new String[] {"/nothing", "/async/nobody", "/tables/no.table"}) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void aJobIsMadeChangedRunWaitedForAndForgotten() throws Exception {
        HttpResponse<String> made = post("/async", "LANG=ADQL", "QUERY=SELECT 1 AS one", "RUNID=mine");
        assertThat(made.statusCode()).isEqualTo(303);
        String job = made.headers().firstValue("Location").orElseThrow();
        assertThat(get(job).body()).contains("<uws:phase>PENDING</uws:phase>", "<uws:runId>mine</uws:runId>");
        assertThat(post(job + "/parameters", "QUERY=SELECT TOP 3 ra FROM " + GAMMAS, "FORMAT=csv")
                        .statusCode())
                .isEqualTo(303);
        assertThat(post(job + "/executionduration", "EXECUTIONDURATION=60").statusCode())
                .isEqualTo(303);
        assertThat(get(job + "/executionduration").body()).isEqualTo("60");
        assertThat(post(job + "/destruction", "DESTRUCTION=2100-01-01T00:00:00Z")
                        .statusCode())
                .isEqualTo(303);
        assertThat(get(job + "/destruction").body()).startsWith("20").doesNotStartWith("2100");
        assertThat(get(job + "/owner").statusCode()).isEqualTo(200);
        assertThat(post(job + "/phase", "PHASE=RUN").statusCode()).isEqualTo(303);
        String done = get(job + "?WAIT=20").body();
        for (int i = 0; i < 5 && !done.contains("COMPLETED"); i++) {
            done = get(job + "?WAIT=20").body();
        }
        assertThat(done).contains("<uws:phase>COMPLETED</uws:phase>", "xlink:href=\"" + job + "/results/result\"");
        assertThat(get(job + "/results/result").body()).startsWith("ra\n").hasLineCount(4);
        assertThat(get(job + "/error").statusCode()).isEqualTo(404);
        assertThat(post(job + "/parameters", "QUERY=SELECT 2 AS two").statusCode())
                .isEqualTo(403);
        assertThat(get("/async?PHASE=COMPLETED&LAST=9").body()).contains(job);
        assertThat(get("/async?PHASE=PENDING").body()).doesNotContain(job);
        assertThat(post(job, "ACTION=DELETE").headers().firstValue("Location")).hasValue(tap + "/async");
        assertThat(get(job).statusCode()).isEqualTo(404);
    }

    @Test
    void aJobThatFailsSaysWhy() throws Exception {
        HttpResponse<String> made = post("/async", "LANG=ADQL", "QUERY=SELECT nope FROM " + GAMMAS, "PHASE=RUN");
        String job = made.headers().firstValue("Location").orElseThrow();
        String ended = get(job + "?WAIT=20").body();
        for (int i = 0; i < 5 && !ended.contains("<uws:phase>ERROR"); i++) {
            ended = get(job + "?WAIT=20").body();
        }
        assertThat(ended).contains("<uws:errorSummary type=\"fatal\" hasDetail=\"true\">", "nope");
        assertThat(get(job + "/error").body()).contains("value=\"ERROR\"", "nope");
        assertThat(get(job + "/results/result").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsThereIsDescribed() throws Exception {
        assertThat(get("/tables?detail=min").body())
                .contains("<name>\"gamma-demo\".events</name>")
                .doesNotContain("<column");
        assertThat(get("/tables/gamma-demo.events").body())
                .contains("<vosi:table", "<name>ra</name>", "<unit>deg</unit>");
        assertThat(get("/capabilities").body()).contains("standardID=\"ivo://ivoa.net/std/TAP\"", "upload-inline");
        assertThat(get("/availability").body()).contains("<vosi:available>true</vosi:available>");
        assertThat(get("/examples").body())
                .contains("property=\"query\"", "typeof=\"example\"", "Excess towards the Crab Nebula");
    }

    @Test
    void pyvoQueriesUploadsAndIsTold() {
        String told = Oracle.python("pyvo", "astropy").run("""
                import sys, warnings, numpy as np, pyvo
                from astropy.table import Table
                tap = pyvo.dal.TAPService(sys.argv[1])
                table = '"gamma-demo".events'
                assert table in tap.tables.keys()
                assert len(tap.run_sync(f'SELECT TOP 5 event_id, ra FROM {table}')) == 5
                job = tap.submit_job(f'SELECT TOP 10 event_id FROM {table}')
                assert job.phase == 'PENDING'
                job.run(); job.wait()
                assert len(job.fetch_result()) == 10
                assert any(j.jobid == job.job_id for j in tap.get_job_list(last=50))
                job.delete()
                mine = Table({'id': np.arange(3), 'ra': [83.6, 83.7, 200.], 'dec': [22., 21.9, 10.]})
                near = (f'SELECT u.id, COUNT(*) AS n FROM tap_upload.mine AS u JOIN {table} AS e '
                        'ON DISTANCE(u.ra, u.dec, e.ra, e.dec) < 0.5 GROUP BY u.id ORDER BY u.id')
                assert list(tap.run_sync(near, uploads={'mine': mine})['id']) == [0, 1]
                assert list(tap.run_async(near, uploads={'mine': mine})['id']) == [0, 1]
                for run in (tap.run_sync, tap.run_async):
                    try:
                        run(f'SELECT nope FROM {table}')
                        raise AssertionError('not refused')
                    except pyvo.dal.DALQueryError as e:
                        assert 'there is no column `nope`' in str(e), e
                cut = tap.run_sync(f'SELECT * FROM {table}', maxrec=7)
                assert len(cut) == 7 and cut.query_status == 'OVERFLOW'
                assert len(list(tap.examples)) > 5
                assert tap.maxrec == 2000000 and tap.hardlimit == 50000000
                assert len(tap.upload_methods) == 3
                print('good')
                """, tap);
        assertThat(told).isEqualTo("good");
    }

    @Test
    void stiltsFindsOurVotablesSound(@TempDir Path folder) throws Exception {
        for (String form : new String[] {"votable/td", "votable/b1", "votable/b2"}) {
            HttpResponse<Path> answer = client.send(
                    HttpRequest.newBuilder(URI.create(tap + "/sync?"
                                    + form(
                                            "LANG=ADQL",
                                            "FORMAT=" + form,
                                            "MAXREC=20",
                                            "QUERY=SELECT * FROM \"kascade-demo\".events")))
                            .build(),
                    BodyHandlers.ofFile(folder.resolve(form.replace('/', '-') + ".vot")));
            assertThat(answer.statusCode()).isEqualTo(200);
        }
        Files.writeString(
                folder.resolve("error.vot"), post("/sync", "QUERY=SELECT").body());
        String told = Oracle.python().and("stilts").run("""
                import glob, subprocess, sys
                for f in sorted(glob.glob(sys.argv[1] + '/*.vot')):
                    r = subprocess.run(['stilts', 'votlint', 'votable=' + f], capture_output=True, text=True)
                    print(r.stdout + r.stderr, end='')
                """, folder);
        assertThat(told).isEmpty();
    }

    /** Left out: what a taplint of 2022 cannot know of ADQL 2.1 of 2023, see docs/reference/vo.md. */
    @Test
    void taplintHasNothingToSay() {
        String told = Oracle.python().and("stilts").run("""
                import re, subprocess, sys
                stages = 'TMV TME TMS TMC CPV CAP AVV QGE QPO QAS UWS MDQ OBS UPL EXA'
                r = subprocess.run(['stilts', 'taplint', 'tapurl=' + sys.argv[1], 'stages=' + stages],
                                   capture_output=True, text=True, timeout=110)
                assert 'Totals:' in r.stdout, r.stdout + r.stderr
                for line in r.stdout.splitlines():
                    known = ('E-CAP-KEYX' in line and 'features-adql-conditional' in line) or ('W-EXA-EXVL' in line and '"UNION"' in line)
                    if re.match('[EWF]-', line) and not known:
                        print(line)
                """, tap);
        assertThat(told).isEmpty();
    }
}
