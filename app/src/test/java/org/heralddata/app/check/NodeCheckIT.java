package org.heralddata.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.heralddata.app.RunHerald;
import org.heralddata.app.check.BadNode.Fault;
import org.heralddata.app.check.NodeChecks.Outcome;
import org.heralddata.app.serve.OwnServer;
import org.heralddata.store.home.Home;
import org.heralddata.testkit.ProjectRoot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sound node passes every check; each check finds what is wrong with a node that is not. */
@TestInstance(Lifecycle.PER_CLASS)
class NodeCheckIT {
    private Home home;
    private OwnServer server;
    private BadNode bad;
    private Path place = Path.of("");

    @BeforeAll
    void make(@TempDir Path folder) throws IOException {
        place = folder.resolve("home");
        Path data = Files.createDirectories(folder.resolve("gamma-demo/data"));
        Files.copy(
                ProjectRoot.path().resolve("collections/gamma-demo/collection.yaml"),
                folder.resolve("gamma-demo/collection.yaml"));
        String events = data.resolve("events.fits").toString();
        assertThat(RunHerald.with("simulate", "gamma-demo", events, "--events", "300")
                        .status())
                .isZero();
        assertThat(RunHerald.with("ingest", folder.resolve("gamma-demo").toString(), "--home", place.toString()))
                .satisfies(o -> assertThat(o.status()).as(o.err()).isZero());
        home = Home.open(place);
        server = OwnServer.start(home);
        bad = new BadNode(server.url());
    }

    @AfterAll
    void close() {
        bad.close();
        server.close();
        home.close();
    }

    @Test
    void aSoundNodePassesEveryCheck() throws IOException {
        RunHerald.Outcome told = RunHerald.with("check", "--vo", "--url", server.url() + "/");
        assertThat(told.out())
                .contains("18 checks, all sound")
                .doesNotContain("problem")
                .doesNotContain("(0)");
        assertThat(told.status()).isZero();
    }

    @Test
    void theHomeItselfIsServedWhereNoServerRuns() {
        RunHerald.Outcome told = RunHerald.with("check", "--vo", "--json", "--home", place.toString());
        assertThat(told.status()).as(told.out() + told.err()).isZero();
        JsonNode report = JsonMapper.shared().readTree(told.out());
        assertThat(report.get("sound").asBoolean()).isTrue();
        assertThat(report.get("checks").size()).isEqualTo(NodeChecks.ALL.size());
    }

    @Test
    void aServerThatDoesNotAnswerIsAProblem() {
        RunHerald.Outcome told = RunHerald.with("check", "--vo", "--url", "http://127.0.0.1:1");
        assertThat(told.status()).isEqualTo(1);
        assertThat(told.out()).contains("no answer", "at http://127.0.0.1:1/tap/availability", "help: ");
    }

    @Test
    void whatDoesNotGoTogetherIsAMistakeOfTheCommandLine() {
        assertThat(RunHerald.with("check").status()).isEqualTo(2);
        assertThat(RunHerald.with("check", "--json", "x").status()).isEqualTo(2);
        assertThat(RunHerald.with("check", "--vo", "x").status()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AVAILABILITY | /tap/availability | 0   | >true<                         | >false<               | not available
            AVAILABILITY | /tap/availability | 0   | <vosi:available>               | <vosi:wrong/><vosi:available> | not valid
            AVAILABILITY | /tap/availability | 502 |                                |                       | status 502
            CAPABILITIES | /tap/capabilities | 0   | std/TAP"                       | std/PAT"              | no capability has the standardID
            CAPABILITIES | /tap/capabilities | 0   | /tap/examples<                 | /tap/elsewhere<       | status 404
            CAPABILITIES | /tap/capabilities | 0   | <uploadLimit>                  | <upLimit/><uploadLimit> | not valid
            TABLES       | /tap/tables       | 0   | <unit>deg</unit>               | <unit>rad</unit>      | deg
            TABLES       | /tap/tables       | 0   | "gamma-demo".events<           | "gamma-demo".others<  | only
            TABLES       | /tap/tables       | 0   | </schema>                      | <x/></schema>         | not valid
            ANSWERS      | TOP+1+            | 0   | datatype="double"              | datatype="float"      | answers as
            ANSWERS      | TOP+1+            | 500 |                                |                       | status 500
            FORMATS      | text%2Fcsv        | 400 |                                |                       | `text/csv
            FORMATS      | RESPONSEFORMAT=text%2Fcsv | 0 | Content-Type             |                       | answered as
            JOBS         | /phase            | 500 |                                |                       | status 500
            JOBS         | /async            | 200 |                                |                       | instead of 303
            JOBS         | results/result    | 0   | <TR>.*</TR>                    |                       | 0 rows
            UPLOADS      | /tap/sync         | 0   | <TD>2</TD>                     | <TD>7</TD>            | the one asked for
            UPLOADS      | /tap/sync         | 413 |                                |                       | status 413
            EXAMPLES     | /tap/examples     | 0   | SELECT                         | SELEKT                | fails
            EXAMPLES     | /tap/examples     | 0   | property="query"               | property="question"   | no examples
            ERRORS       | /tap/sync         | 0   | value="ERROR"                  | value="OK"            | QUERY_STATUS `OK`
            ERRORS       | /tap/sync         | 200 |                                |                       | instead of 400
            ERRORS       | /tap/sync         | 0   | ^.*$                           | <html/>               | not in a VOTable
            LIMITS       | MAXREC=1          | 0   | OVERFLOW                       | OK                    | instead of OVERFLOW
            LIMITS       | FORMAT=csv        | 0   | X-Herald-Overflow              |                       | no header
            LIMITS       | MAXREC=0          | 0   | </TABLEDATA>                   | <TR><TD/></TR></TABLEDATA> | instead of columns alone
            CONES        | SR=0              | 0   | POS_EQ_RA_MAIN                 | POS_EQ_RA             | POS_EQ_RA_MAIN
            CONES        | SR=0.001          | 0   | [0-9a-f]{8}-[0-9a-f]{4}-       | none-                 | at its own place
            CONES        | RA=nowhere        | 0   | name="Error"                   | name="Fehler"         | INFO named Error
            OBSCORE      | tap_schema.columns | 0  | >kbyte<                        | >byte<                | access_estsize
            OBSCORE      | tap_schema.columns | 0  | >facility_name<                | >observatory<         | facility_name
            LINKS        | /datalink         | 0   | name="semantics"               | name="meaning"        | semantics
            LINKS        | /datalink         | 0   | <TD>#this</TD>                 | <TD>this</TD>         | no term
            LINKS        | /files/           | 404 |                                |                       | status 404
            CUTOUTS      | /soda             | 500 |                                |                       | status 500
            CUTOUTS      | nowhere           | 0   | UsageError                     | Oops                  | not as a UsageError
            HARVEST      | verb=Identify     | 0   | <deletedRecord>persistent      | <deletedRecord>maybe  | not valid
            HARVEST      | verb=ListRecords  | 0   | <header>.*?</header>           | <header/>             | comes twice
            HARVEST      | verb=Sing         | 0   | badVerb                        | badSong               | badVerb
            RECORDS      | /oai              | 0   | /tap</accessURL>               | /nothing/there</accessURL> | status 404
            LANDING      | /collections/gamma-demo | 0 | Link                       |                       | no Link header
            LANDING      | format=           | 406 |                                |                       | status 406
            COVERAGE     | /moc              | 0   | ^.*$                           | 99/1                  | cannot be read
            COVERAGE     | /moc              | 404 |                                |                       | status 404
            """)
    void eachCheckFires(CheckCode code, String request, int status, String old, String other, String words)
            throws InterruptedException {
        bad.spoil(new Fault(request, status, old == null ? "" : old, other == null ? "" : other));
        VoCheck check = NodeChecks.ALL.stream()
                .filter(c -> c.code() == code)
                .findFirst()
                .orElseThrow();
        try (var node = new RemoteNode(bad.url(), null)) {
            Outcome outcome = NodeChecks.run(check, node);
            assertThat(outcome.found().all()).isNotEmpty();
            assertThat(outcome.found().all().toString()).contains(words);
        }
    }

    @Test
    void nothingIsFoundWhereNothingIsSpoilt() throws InterruptedException {
        bad.spoil(new Fault("nothing at all", 0, "", ""));
        try (var node = new RemoteNode(bad.url(), null)) {
            for (VoCheck check : NodeChecks.ALL) {
                assertThat(NodeChecks.run(check, node).found().all())
                        .as(check.name())
                        .isEmpty();
            }
        }
    }
}
