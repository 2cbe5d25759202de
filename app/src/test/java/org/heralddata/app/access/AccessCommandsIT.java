package org.heralddata.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.heralddata.app.RunHerald;
import org.heralddata.app.RunHerald.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code herald access}, and what is computed of restricted columns. */
class AccessCommandsIT {
    @TempDir
    private Path folder;

    private Outcome herald(String... words) {
        var all = new ArrayList<>(List.of(words));
        all.add("--home");
        all.add(folder.resolve("home").toString());
        return RunHerald.with(all.toArray(String[]::new));
    }

    private void ingest(String id, String time, String direction, String part) throws IOException {
        Path place = Files.createDirectories(folder.resolve(id));
        Files.writeString(
                place.resolve("events.csv"), "id,t,ra,dec,plain,depth\n1,58849.0,1,2,3,4\n2,58850.5,2,3,4,5\n");
        Files.writeString(place.resolve("collection.yaml"), """
                herald: 1
                id: %s
                title: Toy
                description: Simulated rows.
                messenger: photon
                creators: [Toy makers]
                licence: CC0-1.0
                tables:
                  events:
                    description: One row a toy
                    source: {files: events.csv}
                    key: id
                    time: {mjd: t, scale: utc}
                    direction: {ra: ra, dec: dec}
                    columns:
                      - {name: id, ucd: meta.id, description: Number}
                      - {name: t, unit: d, description: Time as written, access: %s}
                      - {name: ra, unit: deg, ucd: pos.eq.ra, description: Right ascension, access: %s}
                      - {name: dec, unit: deg, ucd: pos.eq.dec, description: Declination, access: %s}
                      - {name: plain, description: Open number}
                    components:
                      part: {columns: [{name: depth, description: Of a part, access: %s}]}
                """.formatted(id, time, direction, direction, part));
        Outcome outcome = herald("ingest", place.toString(), "--release", "r1");
        assertThat(outcome.status()).as(outcome.err()).isZero();
    }

    @Test
    void whatIsComputedOfRestrictedColumnsIsRestrictedAsTheyAre() throws Exception {
        ingest("open-toy", "public", "public", "public");
        ingest("time-toy", "{group: clocks}", "public", "public");
        ingest("place-toy", "public", "{group: maps, until: 2999-01-01}", "{group: depths}");
        assertThat(herald("access", "show", "open-toy").out()).contains("open to everyone");
        assertThat(herald("access", "show", "time-toy").out().lines())
                .containsExactlyInAnyOrder(
                        "time-toy@r1, column t of events: for members of the group clocks",
                        "time-toy@r1, column time of events: for members of the group clocks");
        String place = herald("access", "show", "place-toy").out();
        for (String column : List.of("ra", "dec", "healpix")) {
            assertThat(place)
                    .contains("place-toy@r1, column %s of events: for members of the group maps until 2999-01-01"
                            .formatted(column));
        }
        assertThat(place)
                .contains(
                        "column part_depth of events: for members of the group depths",
                        "column has_part of events: for members of the group depths")
                .doesNotContain("column time", "column plain", "column uuid", "column id");
    }

    @Test
    void restrictsAndOpensCollectionsAndReleases() throws Exception {
        ingest("toy", "public", "public", "public");
        assertThat(herald("access", "set", "toy", "--group", "kascade", "--until", "2999-01-31")
                        .out())
                .contains("toy: for members of the group kascade until 2999-01-31");
        assertThat(herald("access", "show").out()).contains("toy@r1: for members of the group kascade");
        assertThat(herald("access", "set", "toy@r1", "--group", "kascade/analysis")
                        .out())
                .contains("toy@r1: for members of the group kascade/analysis");
        Outcome opened = herald("access", "open", "toy");
        assertThat(opened.out()).contains("toy: taken off", "Still in force:", "kascade/analysis");
        assertThat(herald("access", "open", "toy@r1").out())
                .contains("toy@r1: taken off")
                .doesNotContain("Still in force");
        assertThat(herald("access", "open", "toy").out()).contains("nothing was set");
        assertThat(herald("access", "show", "toy").out()).contains("All of it is open to everyone.");
    }

    @Test
    void aDayThatIsOverRestrictsNothing() throws Exception {
        ingest("toy", "public", "public", "public");
        herald("access", "set", "toy", "--group", "kascade", "--until", "2020-01-01");
        assertThat(herald("access", "show", "toy").out()).contains("All of it is open to everyone.");
    }

    @Test
    void refusesWhatThereIsNot() throws Exception {
        ingest("toy", "public", "public", "public");
        Outcome unknown = herald("access", "show", "tox");
        assertThat(unknown.status()).isNotZero();
        assertThat(unknown.err()).contains("no collection `tox`", "toy");
        assertThat(herald("access", "set", "toy@r9", "--group", "kascade").err())
                .contains("no release `r9` of `toy`");
        assertThat(herald("access", "set", "toy", "--group", "Kas cade").err()).contains("is not the path of a group");
        assertThat(herald("access", "set", "toy", "--group", "kascade", "--until", "soon")
                        .status())
                .isNotZero();
        assertThat(herald("access", "set", "toy").err()).contains("--group");
        assertThat(RunHerald.with("access").err()).contains("herald access show");
        assertThat(herald("access", "show", "toy").out()).contains("All of it is open to everyone.");
    }
}
