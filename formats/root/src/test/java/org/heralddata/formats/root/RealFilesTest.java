package org.heralddata.formats.root;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;
import org.heralddata.spi.TableFile;
import org.heralddata.testkit.SharedData;
import org.heralddata.testkit.Tables;
import org.junit.jupiter.api.Test;

/** What real files look like to those who use them. */
final class RealFilesTest {

    @Test
    void readsTheSameNumbersThroughEveryCompression() throws IOException {
        for (String compression : List.of("uncompressed", "zlib", "lzma", "lz4", "zstd")) {
            try (TableFile file = open("root-variety/uproot-Zmumu-%s.root".formatted(compression))) {
                assertThat(sum(file, "events", "E1")).isCloseTo(134_886.241606, within(1e-6));
                assertThat(sum(file, "events", "M")).isCloseTo(184_794.471228, within(1e-6));
            }
        }
    }

    @Test
    void readsListsCountedByALeaf() throws IOException {
        try (TableFile file = open("root-variety/uproot-HZZ-zstd.root")) {
            assertThat(file.tables().getFirst().rows()).hasValue(2421);
            assertThat(sum(file, "events", "NJet")).isEqualTo(2773);
            assertThat(elements(file, "events", "Jet_Px")).isEqualTo(2773);
            assertThat(elements(file, "events", "Muon_Px")).isEqualTo(3825);
        }
    }

    @Test
    void namesColumnsOfASplitObjectByTheirBranches() throws IOException {
        try (TableFile file = open("km3net/offline/km3net_offline.root")) {
            assertThat(Tables.columns(file, "E"))
                    .contains(new Column(
                            "Evt/hits/hits.tot",
                            ColumnType.UINT32,
                            Shape.LIST,
                            null,
                            null,
                            "tot value as stored in raw data (int for pyroot)"))
                    .extracting(Column::name)
                    .contains("Evt/trks/trks.fitinf", "Evt/t/t.fSec", "Evt/AAObject/usr_names");
            assertThat(file.metadata()).containsEntry("Header/DAQ", "21584.6");
        }
    }

    @Test
    void readsUnsplitObjectsMemberByMember() throws IOException {
        try (TableFile split = open("root-variety/uproot-small-evnt-tree-fullsplit.root");
                TableFile whole = open("root-variety/uproot-small-evnt-tree-nosplit.root")) {
            assertThat(Tables.read(whole, "tree", "evt/I32", "evt/StdStr", "evt/StlVecF64", "evt/SliceI16"))
                    .isEqualTo(Tables.read(split, "tree", "evt/I32", "evt/StdStr", "evt/StlVecF64", "evt/SliceI16"));
        }
    }

    @Test
    void placesEntriesByCountsWhereBasketsDoNotTell() throws IOException {
        try (TableFile without = open("root-variety/uproot-small-dy-nooffsets.root");
                TableFile with = open("root-variety/uproot-small-dy-withoffsets.root")) {
            assertThat(Tables.read(without, "tree", "nJet", "Jet_pt", "nMuon", "Muon_pt"))
                    .isEqualTo(Tables.read(with, "tree", "nJet", "Jet_pt", "nMuon", "Muon_pt"));
        }
    }

    @Test
    void readsWhatKm3netsOwnCodeWrites() throws IOException {
        try (TableFile file = open("km3net/online/km3net_online.root")) {
            String frames = "KM3NET_TIMESLICE/vector<KM3NETDAQ::JDAQSuperFrame>/";
            assertThat(sum(file, "KM3NET_TIMESLICE", frames + "numberOfHits"))
                    .isEqualTo(elements(file, "KM3NET_TIMESLICE", frames + "buffer/tdc"));
            assertThat(Tables.read(file, "KM3NET_EVENT", "KM3NET_EVENT/triggeredHits/tdc"))
                    .flatExtracting(row -> (List<?>) row.getFirst())
                    .hasSize(18 + 53 + 9)
                    .allSatisfy(time -> assertThat((Long) time).isBetween(0L, 100_000_000L));
        }
    }

    @Test
    void tellsTheNewestOfSeveralCycles() throws IOException {
        try (TableFile file = open("root-variety/uproot-issue31.root")) {
            assertThat(file.tables()).extracting(SourceTable::name).containsExactly("T");
            assertThat(file.notices())
                    .extracting(Diagnostic::message)
                    .containsExactly("`T` is kept 2 times; the newest (cycle 2) is read");
        }
    }

    @Test
    void tellsTheFriendsOfATree() throws IOException {
        try (TableFile file = open("km3net/dst/orca4_sample.root")) {
            assertThat(file.notices())
                    .extracting(Diagnostic::message)
                    .contains("`E` has the friend `T` in this file, whose columns are not among its own");
        }
    }

    @Test
    void showsHistogramsAsBins() throws IOException {
        try (TableFile file = open("root-variety/uproot-histograms.root")) {
            assertThat(file.tables()).extracting(SourceTable::name).containsExactly("one", "two", "three");
            assertThat(file.tables().getFirst().metadata())
                    .contains(Map.entry("entries", "10000"), Map.entry("underflow", "0"));
            assertThat(Tables.read(file, "one"))
                    .hasSize(10)
                    .first()
                    .isEqualTo(List.of(-3.0, -2.4, 68.0, Math.sqrt(68)));
        }
    }

    @Test
    void showsGraphsAsPoints() throws IOException {
        try (TableFile file = open("root-variety/go-hep/graphs.root")) {
            assertThat(Tables.columns(file, "tgae"))
                    .extracting(Column::name)
                    .containsExactly("x", "y", "x_error_low", "x_error_high", "y_error_low", "y_error_high");
            assertThat(Tables.read(file, "tg")).hasSize(4).last().isEqualTo(List.of(4.0, 8.0));
        }
    }

    private static TableFile open(String name) throws IOException {
        return new RootTableReader().open(SharedData.file(name), ReadOptions.NONE);
    }

    private static double sum(TableFile file, String table, String column) throws IOException {
        return total(file, table, column, true);
    }

    private static double elements(TableFile file, String table, String column) throws IOException {
        return total(file, table, column, false);
    }

    private static double total(TableFile file, String table, String column, boolean sum) throws IOException {
        double total = 0;
        try (TableCursor cursor = file.read(table, List.of(column))) {
            for (Batch batch = cursor.next(); batch != null; batch = cursor.next()) {
                total += total(batch.vectors().getFirst(), sum);
            }
        }
        return total;
    }

    private static double total(Vector vector, boolean sum) {
        double total = 0;
        for (int i = 0; i < vector.size(); i++) {
            switch (vector) {
                case Vector.Longs longs -> total += sum ? longs.values()[i] : 1;
                case Vector.Doubles doubles -> total += sum ? doubles.values()[i] : 1;
                case Vector.Strings strings -> total += 1;
                case Vector.Blobs blobs -> total += 1;
                case Vector.Lists lists -> {
                    return total(lists.elements(), sum);
                }
            }
        }
        return total;
    }
}
