package org.heralddata.query.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Vector;
import org.heralddata.query.EventCount;
import org.heralddata.query.EventRows;
import org.heralddata.query.EventsRequest;
import org.heralddata.query.QueryCode;
import org.heralddata.query.Showers;
import org.heralddata.query.SkyMap;
import org.heralddata.query.TableRef;
import org.heralddata.query.cube.CubeQuestion;
import org.heralddata.query.cube.CubeView;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommonEventsTest extends DataOfShowers {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void selectsCommonEventsOverCollectionsAndTellsWhichLackWhat() {
        EventCount all = data.countEvents(new EventsRequest("", List.of(), null));
        assertThat(all.rows()).isEqualTo(2003);
        assertThat(all.skipped()).isEmpty();
        EventCount energetic =
                data.countEvents(new EventsRequest("energy > 1 PeV and messenger = 'cosmic-ray'", List.of(), null));
        assertThat(energetic.rows())
                .isEqualTo(showers.rows().stream()
                        .filter(s -> s.e() != null && s.e() > 15f)
                        .count());
        assertThat(energetic.skipped())
                .singleElement()
                .satisfies(s -> assertThat(s.why()).isEqualTo("its events have no energy"));
        assertThat(data.countEvents(new EventsRequest("messenger = 'neutrino'", List.of(), null))
                        .rows())
                .isEqualTo(3);
        assertThat(data.countEvents(new EventsRequest("collection like 'show%' and time < 2004-02-01", List.of(), null))
                        .rows())
                .isEqualTo(31);
        assertThat(data.countEvents(new EventsRequest("cone(ra, dec, 84, 22, 180)", List.of(Showers.ID), null))
                        .rows())
                .isEqualTo(1980);
        refused(QueryCode.NO_COLUMN, () -> data.countEvents(new EventsRequest("ze > 1", List.of(), null)));
    }

    @Test
    void tablesWithoutTimeDirectionAndEnergyAreNotOfEvents() {
        EventCount all = data.countEvents(new EventsRequest("", List.of(), null));
        assertThat(data.table(TableRef.latest(Showers.NOTES, "stations")).rows())
                .isEqualTo(252);
        assertThat(all.of()).isEqualTo(2003);
        assertThat(all.parts()).extracting(EventCount.Part::table).containsExactly("notes", "events");
        assertThat(all.skipped()).isEmpty();
        assertThat(data.countEvents(new EventsRequest("table = 'stations'", List.of(), null))
                        .rows())
                .isZero();
    }

    @Test
    void addsUpCubesOfCommonEventsOfAllTables() {
        var time = new CubeView.Bars("time", 0, null, null, null, List.of());
        var question = new CubeQuestion(
                "",
                time,
                List.of(
                        new CubeQuestion.Linked(new CubeView.Sky(0), "cone(ra, dec, 84, 22, 30)"),
                        new CubeQuestion.Linked(time, "time < 2004-02-01")),
                false);
        JsonNode cubes = JSON.readTree(data.eventCubes(new EventsRequest("", List.of(), null), question)
                .json());
        assertThat(sum(cubes.path("counts").get(0)))
                .isEqualTo(count("cone(ra, dec, 84, 22, 30) and time < 2004-02-01"));
        assertThat(sum(cubes.path("counts").get(1))).as("not its own cut").isEqualTo(count("time < 2004-02-01"));
        assertThat(sum(cubes.path("counts").get(2))).isEqualTo(count("cone(ra, dec, 84, 22, 30)"));
        JsonNode everything = JSON.readTree(data.eventCubes(
                        new EventsRequest("", List.of(), null),
                        new CubeQuestion("", new CubeView.Sky(1), List.of(), false))
                .json());
        assertThat(sum(everything.path("counts").get(0)))
                .as("tables without directions count, too")
                .isEqualTo(count(""));
        refused(
                QueryCode.BAD_HISTOGRAM,
                () -> data.eventCubes(
                        new EventsRequest("", List.of(), null),
                        new CubeQuestion(
                                "", new CubeView.Bars("energy", 0, null, null, null, List.of()), List.of(), false)));
    }

    private long count(String where) {
        return data.countEvents(new EventsRequest(where, List.of(), null)).rows();
    }

    private static long sum(JsonNode counts) {
        return counts.valueStream().mapToLong(JsonNode::asLong).sum();
    }

    @Test
    void showsCommonEventsOneTableAfterAnother() {
        EventRows events = data.eventRows(new EventsRequest("", List.of(), 2002L));
        long rows = 0;
        try (var stream = events.rows()) {
            assertThat(stream.columns())
                    .extracting("name")
                    .containsExactly("id", "collection", "table", "messenger", "time", "ra", "dec", "energy");
            for (Batch batch = stream.next(); batch != null; batch = stream.next()) {
                if (rows == 0) {
                    assertThat(((Vector.Strings) batch.vectors().get(1)).values()[0])
                            .isEqualTo("notes");
                    assertThat(batch.vectors().get(4).isNull(0)).isTrue();
                    assertThat(batch.vectors().get(7).isNull(0)).isTrue();
                }
                if (rows == 3) {
                    assertThat(((Vector.Longs) batch.vectors().get(4)).values()[0])
                            .isEqualTo(showers.rows().getFirst().time());
                    Float e = showers.rows().getFirst().e();
                    assertThat(((Vector.Doubles) batch.vectors().get(7)).values()[0])
                            .isCloseTo(
                                    Math.pow(10, e == null ? 0 : e),
                                    org.assertj.core.api.Assertions.withinPercentage(1e-9));
                }
                rows += batch.rows();
            }
        }
        assertThat(rows).isEqualTo(2002);
        SkyMap sky = data.eventSkyMap(new EventsRequest("", List.of(), null), 3);
        assertThat(sky.counts().stream().mapToLong(x -> x).sum()).isEqualTo(1980);
        assertThat(sky.nulls()).isEqualTo(20);
        assertThat(sky.skipped()).hasSize(1);
    }
}
