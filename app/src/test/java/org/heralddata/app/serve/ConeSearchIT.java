package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.heralddata.descriptor.Descriptors;
import org.heralddata.ingest.Ingest;
import org.heralddata.ingest.Progress;
import org.heralddata.spi.Formats;
import org.heralddata.testkit.Oracle;
import org.heralddata.testkit.ProjectRoot;
import org.heralddata.testkit.SharedData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Simple Cone Search as pyvo and STILTS see it. */
@TestInstance(Lifecycle.PER_CLASS)
class ConeSearchIT {
    private ServedHome served;

    @BeforeAll
    void ingest(@TempDir Path folder) throws Exception {
        served = ServedHome.open(folder.resolve("home"));
        ingest("hess-dl3-dr1", SharedData.file("gamma-dl3/hess-dl3-dr1"), folder, "access: public");
        ingest("magic-uci", SharedData.file("magic-ml"), folder, "access: public");
        ingest("closed", SharedData.file("gamma-dl3/hess-dl3-dr1"), folder, "access: {group: members}");
    }

    /** A collection as in the project's folder, or H.E.S.S.'s under another name. */
    private void ingest(String id, Path data, Path folder, String access) throws IOException, InterruptedException {
        Path described = ProjectRoot.path().resolve("collections").resolve(id.equals("closed") ? "hess-dl3-dr1" : id);
        String text = Files.readString(described.resolve("collection.yaml"))
                .replaceFirst("id: .*", "id: " + id + "\n" + access);
        Path copy = Files.createDirectories(folder.resolve(id)).resolve("collection.yaml");
        Files.writeString(copy, text);
        var home = served.home();
        new Ingest(Formats.installed(), home.catalogue(), home::begin, "herald test")
                .run(new Ingest.Request(Descriptors.load(folder.resolve(id)), data, null, false, Progress.NONE));
    }

    @AfterAll
    void close() {
        served.close();
    }

    private String url(String path) {
        return "http://localhost:" + served.port() + path;
    }

    @Test
    void pyvoFindsWhatAstropyFinds() {
        String told = Oracle.python("pyvo", "astropy")
                .run("""
                import sys, glob
                import pyvo
                from astropy.coordinates import SkyCoord
                from astropy.io import fits
                service = pyvo.dal.SCSService(sys.argv[1])
                found = service.search((83.633, 22.014), 0.1, verbosity=3)
                expected = 0
                for name in glob.glob(sys.argv[2] + '/data/*.fits.gz'):
                    with fits.open(name) as hdus:
                        events = hdus['EVENTS'].data
                        at = SkyCoord(events['RA'].astype(float), events['DEC'].astype(float), unit='deg')
                        expected += int((at.separation(SkyCoord(83.633, 22.014, unit='deg')).deg <= 0.1).sum())
                assert len(found) == expected > 600, (len(found), expected)
                assert found.fieldname_with_ucd('ID_MAIN') == 'uuid'
                row = found[0]
                assert isinstance(row.id, str) and len(row.id) == 36, row.id
                assert row.pos.separation(SkyCoord(83.633, 22.014, unit='deg')).deg <= 0.1
                print(found.fieldnames[:3], found.fieldname_with_ucd('em.energy'), str(found.getdesc('energy').unit))
                """, url("/scs/hess-dl3-dr1/events"), SharedData.file("gamma-dl3/hess-dl3-dr1"));
        assertThat(told).isEqualTo("('uuid', 'ra', 'dec') energy TeV");
    }

    @Test
    void pyvoShowsWhyASearchWasRefused() {
        String told = Oracle.python("pyvo").run("""
                import sys
                import pyvo
                for path, radius in (('hess-dl3-dr1/events', 200), ('hess-dl3-dr1/event', 1), ('magic-uci/images', 1),
                                     ('closed/events', 1)):
                    try:
                        pyvo.dal.SCSService(sys.argv[1] + path).search((83.6, 22), radius)
                        print('answered')
                    except pyvo.dal.DALQueryError as refused:
                        print(refused)
                """, url("/scs/"));
        assertThat(told.lines())
                .containsExactly(
                        "SR cannot be `200.0` (give a number from 0 to 180)",
                        "the collection `hess-dl3-dr1` has no table `event` (did you mean `events`?)",
                        "the events of `images` have no direction",
                        "the data of `closed` are not open to everyone, but for members of the group `members` (sign in if you are a member, or ask its creators (H.E.S.S. Collaboration); its description is open)");
    }

    @Test
    void stiltsFindsNothingToComplainOf() {
        String told = Oracle.python("astropy").and("stilts").run("""
                import subprocess, sys
                base = sys.argv[1]
                def stilts(*words):
                    done = subprocess.run(['stilts', *words], capture_output=True, text=True)
                    return done.stdout + done.stderr
                for query in ('RA=83.6&DEC=22&SR=0.5&VERB=3', 'ra=83.6&dec=22&sr=0', 'RA=83.6&DEC=22&SR=2&MAXREC=10',
                              'RA=83.6&DEC=22&SR=1&MAXREC=0', 'RA=83.6&SR=1'):
                    print(query, '|', stilts('votlint', 'votable=' + base + '?' + query).strip(), '|')
                rows = stilts('cone', 'serviceurl=' + base, 'servicetype=cone', 'lon=83.633', 'lat=22.014', 'radius=0.1',
                              'ofmt=csv')
                print(rows.count(chr(10)) - 1 > 600, rows.splitlines()[0])
                print(stilts('cone', 'serviceurl=' + base, 'servicetype=cone', 'lon=83.633', 'lat=22.014', 'radius=181',
                             'ofmt=csv').strip())
                """, url("/scs/hess-dl3-dr1/events"));
        assertThat(told).isEqualTo("""
                RA=83.6&DEC=22&SR=0.5&VERB=3 |  |
                ra=83.6&dec=22&sr=0 |  |
                RA=83.6&DEC=22&SR=2&MAXREC=10 |  |
                RA=83.6&DEC=22&SR=1&MAXREC=0 |  |
                RA=83.6&SR=1 |  |
                True uuid,ra,dec,obs_id,event_id,time_met,energy,object,time
                Error: SR cannot be `181.0` (give a number from 0 to 180)""");
    }

    @Test
    void othersFormatsAreThereAndTellWhatTheyLeaveOut() throws Exception {
        Path csv = served.download(
                "/scs/hess-dl3-dr1/events?RA=83.633&DEC=22.014&SR=0.5&RESPONSEFORMAT=text/csv&MAXREC=5",
                Files.createTempFile("cone", ".csv"));
        assertThat(Files.readAllLines(csv).stream().filter(line -> !line.startsWith("#")))
                .hasSize(6)
                .first()
                .asString()
                .startsWith("uuid,ra,dec");
        HttpResponse<String> answer =
                served.get("/scs/hess-dl3-dr1/events?RA=83.633&DEC=22.014&SR=0.5&FORMAT=csv&MAXREC=5");
        assertThat(answer.headers().firstValue("X-Herald-Overflow")).contains("true");
        assertThat(served.get("/scs/hess-dl3-dr1/events?RA=83.633&DEC=22.014&SR=0.5&MAXREC=5")
                        .body())
                .contains("<INFO name=\"QUERY_STATUS\" value=\"OVERFLOW\"/>\n</RESOURCE>");
        Files.delete(csv);
    }
}
