package org.heralddata.formats.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableFile;
import org.heralddata.testkit.Oracle;
import org.heralddata.testkit.SharedData;
import org.heralddata.testkit.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a physicist finds the tables of files that others wrote. */
final class TableRulesTest {

    private static TableFile open(Path file) throws IOException {
        return new Hdf5TableReader().open(file, ReadOptions.NONE);
    }

    private static SourceTable table(TableFile file, String name) {
        return file.tables().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Column column(SourceTable table, String name) {
        return table.columns().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void readsTimesOfKascadeAsSeconds() throws IOException {
        try (TableFile file = open(SharedData.file("kascade/hisparc-kascade/kascade.h5"))) {
            SourceTable events = table(file, "/kascade/events");
            assertThat(events.rows()).isEqualTo(OptionalLong.of(10));
            assertThat(column(events, "timestamp"))
                    .isEqualTo(Column.of("timestamp", ColumnType.INT32).withUnit("s"));
            assertThat(Tables.read(file, "/kascade/events", "timestamp", "nanoseconds", "energy", "core_pos")
                            .getFirst())
                    .isEqualTo(List.of(1207904712L, 80208800L, 792485e9, List.of(91.6915, 39.9405)));
        }
    }

    @Test
    void readsPyTablesTimesOfEightBytes() throws IOException {
        try (TableFile file = open(SharedData.file("hdf5-variety/pytables/times-nested-be.h5"))) {
            List<?> first = Tables.read(file, "/tbl", "nested.t64", "t32").getFirst();
            assertThat((Double) first.getFirst()).isCloseTo(1178896298.0, within(10.0));
            assertThat(first.getLast()).isEqualTo(1178896298L);
        }
    }

    @Test
    void readsIceTrayWithItsUnitsAndNegativeEnumerations() throws IOException {
        try (TableFile file = open(SharedData.file("km3net/seatray/antares.h5"))) {
            SourceTable fit = table(file, "/AafitFinalFit");
            assertThat(column(fit, "energy").unit()).isEqualTo("GeV");
            assertThat(column(fit, "energy").description()).isEqualTo("energy of particle");
            assertThat(column(fit, "type").type()).isEqualTo(ColumnType.STRING);
            assertThat(Tables.read(file, "/AafitFinalFit", "type"))
                    .hasSize(23)
                    .allSatisfy(row -> assertThat((String) row.getFirst()).isNotBlank());
            assertThat(file.tables()).extracting(SourceTable::name).contains("/__I3Index__/CalibratedPulses");
        }
    }

    @Test
    void readsKm3netWithoutSearchIndexes() throws IOException {
        try (TableFile file = open(SharedData.file("km3net/hdf5/basic_analysis_sample.h5"))) {
            assertThat(file.tables())
                    .extracting(SourceTable::name)
                    .containsExactly("/event_info", "/mc_tracks", "/reco/gandalf");
            assertThat(file.tables()).extracting(t -> t.rows().orElse(-1)).containsExactly(3484L, 25701L, 3484L);
        }
    }

    @Test
    void takesUnitsThatAstropyKeepsBesideATable() throws IOException {
        Path path = SharedData.file("km3net/hdf5/mcv5.1.genhen_anumuNC.sirene.jte.jchain.aashower.sample.hdf5");
        try (TableFile file = open(path)) {
            SourceTable reco = table(file, "/RECO/RECO_EVENTS");
            assertThat(column(reco, "energy").unit()).isEqualTo("GeV");
            assertThat(column(reco, "theta_detectorframe").unit()).isEqualTo("rad");
            assertThat(file.tables()).hasSize(4);
        }
    }

    @Test
    void everyLengthOfAGroupIsATable() throws IOException {
        try (TableFile file = open(SharedData.file("radio/1e18_output_reference.hdf5"))) {
            assertThat(table(file, "/station_101").rows()).isEqualTo(OptionalLong.of(22));
            assertThat(table(file, "/station_101/event_group_ids").rows()).isEqualTo(OptionalLong.of(17));
            assertThat(column(table(file, "/station_101"), "launch_vectors").shape())
                    .hasToString("[8, 2, 3]");
        }
    }

    @Test
    void namesDatasetAndFilterThatItCannotRead() throws IOException {
        try (TableFile file = open(SharedData.file("hdf5-variety/pytables/test_szip.h5"))) {
            assertThat(file.tables()).isEmpty();
            assertThat(file.notices())
                    .extracting(n -> n.message())
                    .containsExactly(
                            "`/dset_szip` is left out: it is compressed with szip, which Herald does not read");
            assertThatThrownBy(() -> file.read("/dset_szip", List.of())).isInstanceOf(Refusal.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fixed", "table"})
    void aFrameOfPandasIsOneTableWithItsOwnNames(String format, @TempDir Path folder) throws IOException {
        Path path = folder.resolve("frame.h5");
        Oracle.python("pandas", "tables").run("""
                import sys, warnings
                import pandas as pd, numpy as np
                warnings.simplefilter("ignore")
                df = pd.DataFrame({"energy": np.arange(5) * 1.5, "ra": np.arange(5.0), "n": np.arange(5),
                                   "t": pd.date_range("2020-01-01", periods=5)})
                df.to_hdf(sys.argv[1], key="cuts/events", format=sys.argv[2])
                """, path, format);
        try (TableFile file = open(path)) {
            assertThat(file.tables()).extracting(SourceTable::name).containsExactly("/cuts/events");
            assertThat(table(file, "/cuts/events").columns())
                    .containsExactlyInAnyOrder(
                            Column.of("index", ColumnType.INT64),
                            Column.of("energy", ColumnType.FLOAT64),
                            Column.of("ra", ColumnType.FLOAT64),
                            Column.of("n", ColumnType.INT64),
                            Column.of("t", ColumnType.TIMESTAMP));
            assertThat(Tables.read(file, "/cuts/events", "index", "energy", "ra", "n", "t")
                            .get(2))
                    .isEqualTo(List.of(2L, 3.0, 2.0, 2L, 1_578_009_600_000_000_000L));
        }
    }

    @Test
    void refusesAnExtentThatNothingBacks(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("huge.h5");
        Oracle.python("h5py").run("""
                import sys
                import h5py
                with h5py.File(sys.argv[1], "w") as f:
                    f.create_dataset("huge", (2**40,), chunks=(16,), maxshape=(None,), dtype="f8")
                """, path);
        try (TableFile file = open(path)) {
            assertThatThrownBy(() -> Tables.read(file, "/huge"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("`/huge` is broken: it declares 1099511627776 rows");
        }
    }
}
