package org.heralddata.formats.fits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableFile;
import org.heralddata.testkit.SharedData;
import org.heralddata.testkit.Tables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Event lists of the H.E.S.S. DL3 test release: counts as in its SOURCE page, within 0.1 degree of the RA_OBJ and DEC_OBJ cards. */
class GammaRayEventsTest {

    @ParameterizedTest
    @CsvSource({"23523, 7613, 172", "23526, 7581, 182", "23559, 7601, 153", "23592, 7334, 129"})
    void readsRunsOnTheCrab(int run, int events, int nearCrab) throws IOException {
        try (TableFile file = open("gamma-dl3/hess-dl3-dr1/data/hess_dl3_dr1_obs_id_0%d.fits.gz".formatted(run))) {
            List<List<@Nullable Object>> directions = Tables.read(file, "EVENTS", "RA", "DEC");
            assertThat(directions).hasSize(events);
            assertThat(directions.stream()
                            .filter(GammaRayEventsTest::isNearCrab)
                            .count())
                    .isEqualTo(nearCrab);
        }
    }

    @Test
    void namesTablesColumnsAndUnits() throws IOException {
        try (TableFile file = open("gamma-dl3/hess-dl3-dr1/data/hess_dl3_dr1_obs_id_023523.fits.gz")) {
            assertThat(file.tables())
                    .extracting(SourceTable::name)
                    .containsExactly("EVENTS", "GTI", "AEFF", "EDISP", "PSF", "BKG");
            SourceTable events = file.tables().getFirst();
            assertThat(events.columns())
                    .extracting(Column::name)
                    .containsExactly("EVENT_ID", "TIME", "RA", "DEC", "ENERGY");
            assertThat(events.columns().getLast().unit()).isEqualTo("TeV");
            assertThat(events.columns().getFirst().type()).isEqualTo(ColumnType.INT64);
            assertThat(events.metadata()).containsEntry("OBJECT", "Crab Nebula").containsEntry("OBS_ID", "23523");
        }
    }

    private static TableFile open(String path) throws IOException {
        return new FitsTableReader().open(SharedData.file(path), ReadOptions.NONE);
    }

    private static boolean isNearCrab(List<@Nullable Object> direction) {
        if (!(direction.get(0) instanceof Double raDeg && direction.get(1) instanceof Double decDeg)) {
            return false;
        }
        double ra = Math.toRadians(raDeg);
        double dec = Math.toRadians(decDeg);
        double crabRa = Math.toRadians(83.633333333333);
        double crabDec = Math.toRadians(22.014444444444);
        double h = Math.pow(Math.sin((dec - crabDec) / 2), 2)
                + Math.cos(dec) * Math.cos(crabDec) * Math.pow(Math.sin((ra - crabRa) / 2), 2);
        return Math.toDegrees(2 * Math.asin(Math.sqrt(h))) < 0.1;
    }
}
