package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.app.RunHerald;
import org.heralddata.descriptor.Descriptors;
import org.heralddata.ingest.Ingest;
import org.heralddata.ingest.Progress;
import org.heralddata.spi.Formats;
import org.heralddata.testkit.Oracle;
import org.heralddata.testkit.ProjectRoot;
import org.heralddata.testkit.Schemas;
import org.heralddata.testkit.SharedData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A walk over a running node: every XML reply keeps to its schema, every address that the reference names answers. */
@TestInstance(Lifecycle.PER_CLASS)
class EveryReplyIT {
    private static final String EVENTS = "hess-dl3-dr1/r1/events";
    private static final Pattern ADDRESS =
            Pattern.compile("(?m)(?:`|^)(/(?:tap|scs|oai|datalink|soda|api|catalog|collections)[^`\\s…]*)");

    private ServedHome served;
    private HttpClient client;

    @BeforeAll
    void ingest(@TempDir Path folder) throws Exception {
        Path place = folder.resolve("home");
        served = ServedHome.open(place);
        client = HttpClient.newHttpClient();
        var home = served.home();
        Path collections = ProjectRoot.path().resolve("collections");
        new Ingest(Formats.installed(), home.catalogue(), home::begin, "herald test")
                .run(new Ingest.Request(
                        Descriptors.load(collections.resolve("hess-dl3-dr1")),
                        SharedData.file("gamma-dl3/hess-dl3-dr1"),
                        null,
                        false,
                        Progress.NONE));
        RunHerald.Outcome scan = RunHerald.with(
                "files",
                "scan",
                collections.resolve("km3net-runs").toString(),
                "--data",
                SharedData.file("km3net").toString(),
                "--home",
                place.toString());
        assertThat(scan.status()).as(scan.err()).isZero();
    }

    @AfterAll
    void close() {
        client.close();
        served.close();
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + served.port() + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void keepsToItsSchema(String address) throws Exception {
        HttpResponse<String> reply = served.get(address);
        assertThat(reply.body()).as(address).startsWith("<?xml");
        assertThat(Schemas.faults(reply.body())).as(address).isEmpty();
    }

    @Test
    void xmlKeepsToItsSchema() throws Exception {
        List<String> addresses = new ArrayList<>(List.of(
                "/tap/capabilities",
                "/tap/availability",
                "/tap/tables",
                "/tap/tables?detail=min",
                "/tap/tables/ivoa.obscore",
                "/tap/tables/ivoa.obscore_hea",
                "/tap/tables/tap_schema.columns",
                "/tap/async",
                "/collections/hess-dl3-dr1?format=datacite-xml",
                "/collections/hess-dl3-dr1/releases/r1?format=datacite-xml",
                "/collections/km3net-runs?format=datacite-xml"));
        for (String verb : new String[] {
            "Identify",
            "ListMetadataFormats",
            "ListSets",
            "ListIdentifiers&metadataPrefix=oai_dc",
            "ListRecords&metadataPrefix=ivo_vor",
            "ListRecords&metadataPrefix=oai_dc",
            "ListRecords&metadataPrefix=oai_datacite",
            "GetRecord&metadataPrefix=ivo_vor&identifier=ivo://unregistered.invalid/hess-dl3-dr1",
            "GetRecord&metadataPrefix=ivo_vor&identifier=ivo://unregistered.invalid/km3net-runs",
            // the errors of section 3.6
            "GetRecord&metadataPrefix=ivo_vor&identifier=ivo://nobody",
            "GetRecord&metadataPrefix=marc&identifier=ivo://unregistered.invalid/hess-dl3-dr1",
            "ListRecords&resumptionToken=none",
            "ListRecords&metadataPrefix=oai_dc&until=1990-01-01",
            "ListRecords",
            "Nonsense"
        }) {
            addresses.add("/oai?verb=" + verb);
        }
        String query = "LANG=ADQL&QUERY=" + encoded("SELECT TOP 3 * FROM ivoa.obscore");
        for (String form : List.of(query, query + "&PHASE=RUN", "PHASE=RUN&LANG=ADQL&QUERY=SELECT")) {
            String job = URI.create(post("/tap/async", form)
                            .headers()
                            .firstValue("Location")
                            .orElseThrow())
                    .getPath();
            served.get(job + (form.contains("PHASE") ? "?WAIT=20" : ""));
            addresses.add(job);
            addresses.add(job + "/parameters");
            addresses.add(job + "/results");
        }
        for (String address : addresses) {
            keepsToItsSchema(address);
        }
    }

    /** With astropy's own copy of the schema of VOTable, through {@code votlint}, which has it built in. */
    @Test
    void votablesAreSound(@TempDir Path folder) throws Exception {
        String observations = encoded("SELECT * FROM ivoa.obscore NATURAL JOIN ivoa.obscore_hea");
        String events = encoded("SELECT TOP 5 * FROM \"hess-dl3-dr1\".events");
        List<String> addresses = List.of(
                "/tap/sync?LANG=ADQL&QUERY=" + observations,
                "/tap/sync?LANG=ADQL&FORMAT=votable/td&MAXREC=2&QUERY=" + observations,
                "/tap/sync?LANG=ADQL&FORMAT=votable/b1&QUERY=" + observations,
                "/tap/sync?LANG=ADQL&FORMAT=votable/b2&MAXREC=0&QUERY=" + observations,
                "/tap/sync?LANG=ADQL&FORMAT=votable/td&QUERY=" + events,
                "/tap/sync?LANG=ADQL&FORMAT=votable/b1&QUERY=" + events,
                "/tap/sync?LANG=ADQL&QUERY=SELECT",
                "/scs/hess-dl3-dr1/events?RA=83.6&DEC=22&SR=0.05",
                "/scs/hess-dl3-dr1/events?RA=83.6&DEC=22&SR=0.05&VERB=1",
                "/scs/hess-dl3-dr1/events?RA=83.6&DEC=22&SR=0.05&VERB=3&MAXREC=1",
                "/scs/hess-dl3-dr1/events?RA=north&DEC=22&SR=0.05",
                "/scs/nosuch/events?RA=1&DEC=22&SR=0.05",
                "/soda/sync?ID=" + EVENTS + "&CIRCLE=" + encoded("83.6 22 0.1"),
                "/datalink?ID=hess-dl3-dr1",
                "/datalink?ID=" + EVENTS,
                "/datalink?ID=" + EVENTS + "/run/20136",
                "/datalink?ID=km3net-runs&ID=nosuch&ID=%3F",
                "/datalink",
                "/api/v1/collections/hess-dl3-dr1/tables/events/rows?format=votable&limit=3",
                "/api/v1/files?collection=km3net-runs&format=votable",
                "/api/v1/events?format=votable&limit=3");
        int number = 0;
        for (String address : addresses) {
            HttpResponse<String> reply = served.get(address);
            assertThat(reply.body()).as(address).contains("<VOTABLE");
            Files.writeString(folder.resolve("%02d.vot".formatted(number++)), reply.body());
        }
        String told = Oracle.python().and("stilts").run("""
                import glob, subprocess, sys
                for name in sorted(glob.glob(sys.argv[1] + '/*.vot')):
                    done = subprocess.run(['stilts', 'votlint', 'votable=' + name], capture_output=True, text=True)
                    if done.stdout + done.stderr:
                        print(name, done.stdout + done.stderr)
                """, folder);
        assertThat(told).isEmpty();
    }

    /** What stands in braces, or as C and R, is a name of the reader's. */
    @Test
    void everyAddressOfTheReferenceAnswers() throws Exception {
        String page = Files.readString(ProjectRoot.path().resolve("docs/reference/vo.md"));
        Set<String> addresses = new LinkedHashSet<>();
        Matcher found = ADDRESS.matcher(page);
        while (found.find()) {
            addresses.add(found.group(1)
                    .replace("{name}", "ivoa.obscore")
                    .replace("{collection}", "hess-dl3-dr1")
                    .replace("{table}", "events")
                    .replace("/collections/C", "/collections/hess-dl3-dr1")
                    .replace("/releases/R", "/releases/r1")
                    .replaceFirst("=$", "=" + EVENTS));
        }
        assertThat(addresses)
                .contains("/tap/sync", "/tap/async", "/oai", "/catalog", "/soda/sync")
                .hasSizeGreaterThan(14);
        for (String address : addresses) {
            HttpResponse<String> reply = served.get(address);
            assertThat(reply.statusCode()).as(address).isIn(200, 303, 400);
            if (reply.statusCode() == 400) {
                assertThat(reply.body()).as(address).containsAnyOf("QUERY", "ID", "MISSING", "missing");
            }
        }
    }

    /** A parameter that the reference names is read: what is no value of it is refused by its name. */
    @Test
    void everyParameterOfTheReferenceIsRead() throws Exception {
        String page = Files.readString(ProjectRoot.path().resolve("docs/reference/vo.md"));
        String cone = "/scs/hess-dl3-dr1/events?RA=83.6&DEC=22&SR=0.05";
        String cut = "/soda/sync?ID=" + EVENTS;
        for (String name : List.of("RA", "DEC", "SR", "VERB", "MAXREC", "RESPONSEFORMAT", "RELEASE")) {
            assertThat(page).contains("`" + name + "`");
            String asked = cone.contains(name + "=")
                    ? cone.replaceAll("\\b" + name + "=[^&]*", name + "=wrong")
                    : cone + "&" + name + "=wrong";
            assertThat(served.get(asked).body()).as(name).contains("name=\"Error\"");
        }
        for (String name : List.of("CIRCLE", "POLYGON", "POS", "TIME", "BAND", "ENERGY", "RESPONSEFORMAT", "MAXREC")) {
            assertThat(page).contains("`" + name + "`");
            assertThat(served.get(cut + "&" + name + "=wrong").statusCode())
                    .as(name)
                    .isEqualTo(400);
        }
        for (String name : List.of("LANG", "MAXREC", "RESPONSEFORMAT", "FORMAT", "UPLOAD", "REQUEST")) {
            assertThat(page).contains("`" + name + "`");
            assertThat(served.get("/tap/sync?" + name + "=wrong&QUERY=" + encoded("SELECT 1 AS one FROM ivoa.obscore"))
                            .statusCode())
                    .as(name)
                    .isEqualTo(400);
        }
        String moc = "/api/v1/collections/hess-dl3-dr1/moc";
        for (String name : List.of("axis", "format")) {
            assertThat(page).contains("`" + name + "`");
            assertThat(served.get(moc + "?" + name + "=wrong").statusCode())
                    .as(name)
                    .isEqualTo(400);
        }
    }
}
