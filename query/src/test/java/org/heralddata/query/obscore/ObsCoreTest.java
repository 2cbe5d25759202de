package org.heralddata.query.obscore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.model.coverage.SpaceMoc;
import org.heralddata.model.sky.SkyPosition;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Vector;
import org.heralddata.query.Showers;
import org.heralddata.query.adql.AdqlAnswer;
import org.heralddata.query.adql.AdqlQuery;
import org.heralddata.query.adql.AdqlService;
import org.heralddata.query.engine.DuckDbEngine;
import org.heralddata.query.engine.EngineOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObsCoreTest {

    @TempDir
    Path folder;

    @Test
    void queriesFindTablesAsObservations() throws Exception {
        var showers = Showers.in(folder.resolve("wh"), SortOrder.TIME);
        var tables = new ObsCoreTables(new ObsRows("http://here", "example"), null);
        try (var engine = new DuckDbEngine(new EngineOptions(
                        List.of(folder.resolve("wh")),
                        folder.resolve("tmp"),
                        2,
                        512,
                        2,
                        8,
                        4,
                        Duration.ofSeconds(30)));
                var service = new AdqlService(showers, engine, List.of(tables));
                AdqlAnswer answer =
                        service.ask(AdqlQuery.of("SELECT o.obs_publisher_did, o.access_url, h.ev_xel, o.t_max - o.t_min"
                                + " FROM ivoa.obscore AS o JOIN ivoa.obscore_hea AS h ON o.obs_publisher_did = h.obs_publisher_did"
                                + " WHERE o.dataproduct_type = 'event' AND o.obs_collection = 'showers'"))) {
            Batch batch = Objects.requireNonNull(answer.next());
            assertThat(batch.rows()).isEqualTo(1);
            String did = text(batch, 0);
            assertThat(did).startsWith("ivo://example/showers?showers/").endsWith("/events");
            assertThat(text(batch, 1)).isEqualTo("http://here/datalink?ID=" + did.substring(did.indexOf('?') + 1));
            assertThat(((Vector.Longs) batch.vectors().get(2)).values()[0]).isEqualTo(2000);
            try (AdqlAnswer middles = service.ask(AdqlQuery.of("SELECT COUNT(*) FROM ivoa.obscore"
                    + " WHERE s_region IS NULL OR 1 = CONTAINS(POINT(s_ra, s_dec), s_region)"))) {
                Batch count = Objects.requireNonNull(middles.next());
                assertThat(((Vector.Longs) count.vectors().getFirst()).values()[0])
                        .isEqualTo(3);
            }
        }
    }

    private static String text(Batch batch, int column) {
        return String.valueOf(((Vector.Strings) batch.vectors().get(column)).values()[0]);
    }

    @Test
    void rowsHaveACellForEachColumn() {
        var row = new ObsRow(
                ObsRow.Product.TABLE,
                new ObsRow.Source("c", "Title", "A; B", null, null, "HESS", "photon"),
                "c/r/t",
                "ivo://x/c?c/r/t",
                "http://here",
                3L,
                null,
                new ObsRow.Sky(10, 20, 4.0),
                53000.0,
                53001.5,
                null,
                1e12,
                1e14,
                null,
                7L,
                "t30/1");
        assertThat(row.cells()).hasSameSizeAs(ObsCore.COLUMNS);
        assertThat(row.highEnergyCells()).hasSameSizeAs(ObsCore.HIGH_ENERGY_COLUMNS);
        assertThat(cell(row, "s_region")).isEqualTo("Circle ICRS 10.0 20.0 2.0");
        assertThat((Double) cell(row, "em_max")).isCloseTo(1.239841984e-18, within(1e-26));
        assertThat((Double) cell(row, "em_min")).isCloseTo(1.239841984e-20, within(1e-28));
        assertThat(cell(row, "t_max")).isEqualTo(53001.5);
        assertThat(cell(row, "facility_name")).isEqualTo("HESS");
    }

    private static Object cell(ObsRow row, String name) {
        for (int i = 0; i < ObsCore.COLUMNS.size(); i++) {
            if (ObsCore.COLUMNS.get(i).column().name().equals(name)) {
                return row.cells().get(i);
            }
        }
        throw new AssertionError(name);
    }

    @Test
    void circlesHoldTheirMaps() {
        SpaceMoc moc = SpaceMoc.cone(8, SkyPosition.of(359, 40), 6);
        ObsRow.Sky sky = EnclosingCircle.of(moc);
        assertThat(SkyPosition.separationDeg(sky.raDeg(), sky.decDeg(), 359, 40))
                .isLessThan(1);
        assertThat(sky.fovDeg()).isBetween(12.0, 17.0);
        assertThat(EnclosingCircle.of(SpaceMoc.WHOLE).fovDeg()).isEqualTo(360);
    }
}
