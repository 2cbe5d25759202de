package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import tools.jackson.databind.JsonNode;

/** Selections of public data sets through the API, with counts that others have published or counted. */
@TestInstance(Lifecycle.PER_CLASS)
class RealSelectionsIT {
    private ServedHome served;

    @BeforeAll
    void ingest(@TempDir Path folder) throws Exception {
        served = ServedHome.open(folder.resolve("home"));
        ingest("magic-uci", "magic-ml");
        ingest("hess-dl3-dr1", "gamma-dl3/hess-dl3-dr1");
        ingest("icecube-ic40", "icecube");
        ingest("kcdc-tutorial", "kascade");
    }

    private void ingest(String id, String data) throws IOException, InterruptedException {
        var home = served.home();
        new Ingest(Formats.installed(), home.catalogue(), home::begin, "herald test")
                .run(new Ingest.Request(
                        Descriptors.load(
                                ProjectRoot.path().resolve("collections").resolve(id)),
                        SharedData.file(data),
                        null,
                        false,
                        Progress.NONE));
    }

    @AfterAll
    void close() {
        served.close();
    }

    private long rows(String table, String selection) throws IOException, InterruptedException {
        return served.json("/api/v1/collections/" + table + "/count?" + ServedHome.where(selection))
                .path("rows")
                .asLong();
    }

    @Test
    void magicKeepsItsClassesUnderACut() throws Exception {
        JsonNode columns =
                served.json("/api/v1/collections/magic-uci/tables/images").path("columns");
        String kind = columns.valueStream()
                .map(c -> c.path("name").asString())
                .filter(name -> name.contains("class"))
                .findFirst()
                .orElseThrow();
        assertThat(rows("magic-uci/tables/images", "f_alpha < 15 deg and " + kind + " = 'g'"))
                .isEqualTo(7_568);
        assertThat(rows("magic-uci/tables/images", "f_alpha < 15 and " + kind + " = 'h'"))
                .isEqualTo(1_168);
    }

    /**
     * Run, its events, and how many of them lie within 0.1 degrees of the Crab's usual position and of the target that the
     * files name (RA_OBJ, DEC_OBJ). An event of run 23523 is 0.09995 degrees from the one and 0.10038 from the other.
     */
    private static final int[][] CRAB_RUNS = {
        {23_523, 7_613, 173, 172}, {23_526, 7_581, 182, 182}, {23_559, 7_601, 153, 153}, {23_592, 7_334, 129, 129}
    };

    @Test
    void conesAroundTheCrabHoldTheEventsOfEachRun() throws Exception {
        var counted = new StringBuilder();
        for (int[] run : CRAB_RUNS) {
            String one = "obs_id = " + run[0];
            long all = rows("hess-dl3-dr1/tables/events", one);
            long usual = rows("hess-dl3-dr1/tables/events", one + " and cone(ra, dec, 83.633, 22.014, 0.1 deg)");
            long target = rows("hess-dl3-dr1/tables/events", one + " and cone(ra, dec, 83.633333, 22.014444, 0.1 deg)");
            assertThat(new long[] {all, usual, target}).as(one).containsExactly(run[1], run[2], run[3]);
            counted.append("%d %d %d %d%n".formatted(run[0], all, usual, target));
        }
        String astropy = Oracle.python("astropy").run("""
                import sys
                from astropy.coordinates import SkyCoord
                from astropy.io import fits
                for run in (23523, 23526, 23559, 23592):
                    with fits.open(f'{sys.argv[1]}/data/hess_dl3_dr1_obs_id_{run:06d}.fits.gz') as hdus:
                        events, header = hdus['EVENTS'].data, hdus['EVENTS'].header
                        assert abs(header['RA_OBJ'] - 83.633333) < 1e-6 and abs(header['DEC_OBJ'] - 22.014444) < 1e-6
                        at = SkyCoord(events['RA'].astype(float), events['DEC'].astype(float), unit='deg')
                        near = [int((at.separation(SkyCoord(*centre, unit='deg')).deg <= 0.1).sum())
                                for centre in ((83.633, 22.014), (83.633333, 22.014444))]
                        print(run, len(events), *near)
                """, SharedData.file("gamma-dl3/hess-dl3-dr1"));
        assertThat(counted.toString()).isEqualToIgnoringNewLines(astropy.strip());
    }

    @Test
    void oneSelectionRunsOverAllOfThem() throws Exception {
        JsonNode count = served.json("/api/v1/events/count?"
                + ServedHome.where("cone(ra, dec, 83.633, 22.014, 2 deg) and time between 2000-01-01 and 2020-01-01"));
        assertThat(count.path("parts").size() + count.path("skipped").size()).isEqualTo(5);
        assertThat(count.path("parts")
                        .valueStream()
                        .map(p -> p.path("collection").asString()))
                .contains("hess-dl3-dr1");
        assertThat(count.path("rows").asLong()).isPositive();
        assertThat(count.path("skipped")
                        .valueStream()
                        .map(s -> s.path("collection").asString()))
                .contains("magic-uci");
        JsonNode rows = served.json("/api/v1/events?limit=40000").path("rows");
        assertThat(rows.size()).isEqualTo(40_000);
    }

    @Test
    void histogramsOfRealEnergiesAddUp() throws Exception {
        JsonNode table =
                served.json("/api/v1/collections/kcdc-tutorial").path("tables").get(0);
        JsonNode histogram = served.json(table.path("href").asString() + "/histogram?column=array_e&bins=37");
        long sum = histogram
                .path("counts")
                .valueStream()
                .mapToLong(JsonNode::asLong)
                .sum();
        assertThat(sum + histogram.path("nulls").asLong()).isEqualTo(2_940);
        assertThat(histogram.path("under").asLong() + histogram.path("over").asLong())
                .isZero();
    }
}
