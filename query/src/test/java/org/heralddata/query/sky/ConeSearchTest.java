package org.heralddata.query.sky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.sky.SkyPosition;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Vector;
import org.heralddata.query.RowStream;
import org.heralddata.query.Showers;
import org.heralddata.query.TableRef;
import org.heralddata.query.engine.DuckDbEngine;
import org.heralddata.query.engine.EngineOptions;
import org.heralddata.query.service.CatalogueDataService;
import org.heralddata.query.service.FirstRows;
import org.heralddata.spi.Formats;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConeSearchTest {
    private static final List<String> COLUMNS = List.of("uuid", "ra", "dec", "edep", "kind", "e");

    @TempDir
    static Path folder;

    private static Showers showers;
    private static CatalogueDataService data;
    private static Release release;
    private static PublishedTable table;

    @BeforeAll
    static void open() throws Exception {
        showers = Showers.in(folder.resolve("wh"), SortOrder.TIME);
        var options = new EngineOptions(
                List.of(folder.resolve("wh")), folder.resolve("tmp"), 2, 512, 2, 8, 4, Duration.ofSeconds(30));
        data = new CatalogueDataService(
                showers, new DuckDbEngine(options), new Formats(List.of(), List.of()), "herald test");
        release = data.latest(Showers.ID);
        table = data.table(TableRef.latest(Showers.ID, "events"));
    }

    @AfterAll
    static void close() {
        data.close();
    }

    private static List<String> found(ConeSearch cones, double ra, double dec, double radius, long limit) {
        var request = new ConeRequest(SkyPosition.of(ra, dec), radius, COLUMNS, limit);
        var found = new ArrayList<String>();
        try (RowStream rows = cones.rows(release, table, request)) {
            for (Batch batch = rows.next(); batch != null; batch = rows.next()) {
                for (int row = 0; row < batch.rows(); row++) {
                    var text = new StringBuilder();
                    for (Vector vector : batch.vectors()) {
                        text.append(shown(vector, row)).append(' ');
                    }
                    found.add(text.toString());
                }
            }
        }
        return found;
    }

    private static String shown(Vector vector, int row) {
        if (vector.isNull(row)) {
            return "null";
        }
        return switch (vector) {
            case Vector.Longs longs -> Long.toString(longs.values()[row]);
            case Vector.Doubles doubles -> Double.toString(doubles.values()[row]);
            case Vector.Strings strings -> String.valueOf(strings.values()[row]);
            case Vector.Blobs _ -> "bytes";
            case Vector.Lists lists -> {
                var text = new StringBuilder("[");
                for (int i = lists.offsets()[row]; i < lists.offsets()[row + 1]; i++) {
                    text.append(shown(lists.elements(), i)).append(' ');
                }
                yield text.append(']').toString();
            }
        };
    }

    @Test
    void keptTablesAnswerAsTheEngineDoes() {
        var kept = new ConeSearch(data, 1L << 28);
        var engine = new ConeSearch(data, 0);
        double[][] cones = {
            {10, 20, 30}, {359.9, 0, 25}, {0.05, -3, 25}, {123, 89.9, 40}, {200, -90, 60}, {77, 5, 180}, {40, -45, 2}
        };
        int rows = 0;
        for (double[] cone : cones) {
            List<String> expected = found(engine, cone[0], cone[1], cone[2], 1_000_000);
            assertThat(found(kept, cone[0], cone[1], cone[2], 1_000_000)).containsExactlyInAnyOrderElementsOf(expected);
            rows += expected.size();
        }
        assertThat(rows).isGreaterThan(2_000);
    }

    @Test
    void theRimIsWithin() {
        Showers.Shower some = showers.rows().stream()
                .filter(s -> s.ra() != null && s.dec() != null && !s.ra().isNaN())
                .findFirst()
                .orElseThrow();
        double raDeg = Objects.requireNonNull(some.ra());
        double decDeg = Objects.requireNonNull(some.dec());
        var centre = SkyPosition.of(raDeg + 1, 0);
        double radius = SkyPosition.separationDeg(centre.raDeg(), 0, raDeg, decDeg);
        assertThat(found(new ConeSearch(data, 1L << 28), centre.raDeg(), 0, radius, 1_000_000))
                .anyMatch(row -> row.startsWith(some.uuid()));
        assertThat(found(new ConeSearch(data, 1L << 28), centre.raDeg(), 0, radius - 1e-9, 1_000_000))
                .noneMatch(row -> row.startsWith(some.uuid()));
    }

    @Test
    void limitsAndCounts() {
        for (long bytes : new long[] {0, 1L << 28}) {
            var cones = new ConeSearch(data, bytes);
            assertThat(found(cones, 10, 20, 90, 7)).hasSize(7);
            var request = new ConeRequest(SkyPosition.of(10, 20), 90, COLUMNS, 1_000_000);
            assertThat(cones.count(release, table, request))
                    .isEqualTo(found(cones, 10, 20, 90, 1_000_000).size());
        }
    }

    @Test
    void firstRowsTellWhetherSomeAreLeft() {
        var cones = new ConeSearch(data, 1L << 28);
        int all = found(cones, 10, 20, 90, 1_000_000).size();
        for (int most : new int[] {0, 5, all - 1, all, all + 1}) {
            var request = new ConeRequest(SkyPosition.of(10, 20), 90, COLUMNS, most + 1L);
            try (RowStream rows = cones.rows(release, table, request)) {
                var first = new FirstRows(rows, most);
                int given = 0;
                for (Batch batch = first.next(); batch != null; batch = first.next()) {
                    given += batch.rows();
                }
                assertThat(given).isEqualTo(Math.min(most, all));
                assertThat(first.left()).isEqualTo(most < all);
            }
        }
    }

    @Test
    void refusesTablesWithoutDirections() {
        PublishedTable notes = data.latest(Showers.NOTES).tables().getFirst();
        var request = new ConeRequest(SkyPosition.of(0, 0), 1, List.of("uuid"), 1);
        assertThatThrownBy(() -> new ConeSearch(data, 0).rows(data.latest(Showers.NOTES), notes, request))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("have no direction");
    }
}
