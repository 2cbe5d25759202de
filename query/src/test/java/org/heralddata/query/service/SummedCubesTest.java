package org.heralddata.query.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.model.selection.Cut;
import org.heralddata.query.Showers;
import org.heralddata.query.cube.CubeAxis;
import org.heralddata.query.cube.Cubes;
import org.heralddata.query.cube.PackedCubes;
import org.heralddata.query.engine.Engine;
import org.heralddata.query.engine.Source;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SummedCubesTest {
    @TempDir
    static Path folder;

    private static Source showers;

    private final AtomicInteger asked = new AtomicInteger();
    private final CubeCache kept = new CubeCache(null, 1 << 20, 0);

    /** Counts one row everywhere, and has a sample of a tenth of the rows. */
    private final Engine engine = (Engine) Proxy.newProxyInstance(
            Engine.class.getClassLoader(), new Class<?>[] {Engine.class}, (proxy, method, arguments) -> {
                if (!method.getName().equals("cubes")) {
                    throw new UnsupportedOperationException(method.getName());
                }
                asked.incrementAndGet();
                var active = (CubeAxis) arguments[1];
                List<CubeAxis> views = ((List<?>) arguments[2])
                        .stream().map(CubeAxis.class::cast).toList();
                List<int[]> counts =
                        views.stream().map(v -> ones(active.size() * v.size())).toList();
                return new Cubes((boolean) arguments[4] ? 207 : 2000, 2000, active, views, counts);
            });

    private static int[] ones(int size) {
        int[] ones = new int[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    @BeforeAll
    static void make() throws Exception {
        showers = Showers.in(folder.resolve("wh"), SortOrder.TIME).source();
    }

    private static Source named(String identity) {
        return new Source(showers.table(), showers.scan(), identity);
    }

    private JsonNode ask(boolean sampled, Cut cut, Source... tables) {
        var active = new CubeAxis.Cells(0);
        List<CubeAxis> views = List.of(new CubeAxis.All());
        List<SummedCubes.Part> parts = Arrays.stream(tables)
                .map(table -> SummedCubes.part(table, active, views, List.of(cut)))
                .toList();
        PackedCubes cubes = new SummedCubes(active, views, parts, sampled).of(engine, kept);
        return new JsonMapper().readTree(cubes.json());
    }

    @Test
    void aRowOfASampleCountsAsManyTimesAsItStandsFor() {
        JsonNode exact = ask(false, Cut.EVERYTHING, named("a"), named("b"));
        assertThat(exact.path("rows").asLong())
                .isEqualTo(exact.path("of").asLong())
                .isEqualTo(4000);
        assertThat(exact.at("/counts/0/3").asLong()).isEqualTo(2);
        JsonNode sample = ask(true, Cut.EVERYTHING, named("a"), named("b"));
        assertThat(sample.path("rows").asLong()).isEqualTo(414);
        assertThat(sample.path("of").asLong()).isEqualTo(4000);
        assertThat(sample.at("/counts/0/3").asLong()).isEqualTo(20);
    }

    @Test
    void whatWasCountedIsKept() {
        for (int i = 0; i < 3; i++) {
            ask(false, Cut.EVERYTHING, named("a"), named("b"));
            assertThat(asked).hasValue(2);
        }
        ask(true, Cut.EVERYTHING, named("a"), named("b"));
        assertThat(asked).as("a sample is no exact count").hasValue(4);
        ask(false, new Cut.Not(Cut.EVERYTHING), named("a"), named("b"));
        assertThat(asked).as("another cut").hasValue(6);
        ask(false, Cut.EVERYTHING, named("a"), named("b of the next release"));
        assertThat(asked).as("another release").hasValue(8);
    }

    @Test
    void whoMaySeeFewerTablesIsNotToldOfAll() {
        ask(false, Cut.EVERYTHING, named("open"), named("closed"));
        JsonNode fewer = ask(false, Cut.EVERYTHING, named("open"));
        assertThat(fewer.at("/counts/0/0").asLong()).isEqualTo(1);
        assertThat(fewer.path("of").asLong()).isEqualTo(2000);
    }

    @Test
    void tablesOfReleasesThatAreNotKnownAreCountedAnew() {
        ask(false, Cut.EVERYTHING, named(""));
        ask(false, Cut.EVERYTHING, named(""));
        assertThat(asked).hasValue(2);
    }
}
