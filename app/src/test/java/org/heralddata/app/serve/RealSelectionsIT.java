package org.heralddata.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.heralddata.descriptor.Descriptors;
import org.heralddata.ingest.Ingest;
import org.heralddata.ingest.Progress;
import org.heralddata.spi.Formats;
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

    @Test
    void conesAroundTheCrabHoldTheEventsOfEachRun() throws Exception {
        int[][] runs = {{23_523, 7_613, 172}, {23_526, 7_581, 182}, {23_559, 7_601, 153}, {23_592, 7_334, 129}};
        for (int[] run : runs) {
            assertThat(rows("hess-dl3-dr1/tables/events", "obs_id = " + run[0])).isEqualTo(run[1]);
            assertThat(rows(
                            "hess-dl3-dr1/tables/events",
                            "obs_id = " + run[0] + " and cone(ra, dec, 83.633333, 22.014444, 0.1 deg)"))
                    .isEqualTo(run[2]);
        }
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
