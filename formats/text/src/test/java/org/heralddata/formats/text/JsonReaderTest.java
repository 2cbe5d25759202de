package org.heralddata.formats.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.spi.FileHead;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.Recognition;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableReader;
import org.heralddata.testkit.SharedData;
import org.heralddata.testkit.TableReaderContract;
import org.heralddata.testkit.Tables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest extends TableReaderContract {

    @TempDir
    private Path files;

    @Override
    protected TableReader reader() {
        return new JsonReader();
    }

    @Override
    protected Path sample(Path folder) throws IOException {
        return Files.writeString(folder.resolve("sample.json"), """
                [{"id": 1, "e": 1.5, "pos": {"x": 1, "y": 2.5}, "hits": [1, 2]},
                 {"id": 2, "e": NaN, "pos": {"x": 3}, "kind": "g", "hits": []},
                 {"id": 3, "e": null, "hits": null}]
                """);
    }

    @Test
    void flattensObjectsAndKeepsLists() throws IOException {
        try (TableFile file = reader().open(sample(files), ReadOptions.NONE)) {
            assertThat(file.tables().getFirst().columns())
                    .containsExactly(
                            Column.of("id", ColumnType.INT64),
                            Column.of("e", ColumnType.FLOAT64),
                            Column.of("pos.x", ColumnType.INT64),
                            Column.of("pos.y", ColumnType.FLOAT64),
                            Column.of("hits", ColumnType.INT64).withShape(Shape.LIST),
                            Column.of("kind", ColumnType.STRING));
            assertThat(Tables.read(file, "sample"))
                    .containsExactly(
                            Tables.row(1L, 1.5, 1L, 2.5, List.of(1L, 2L), null),
                            Tables.row(2L, Double.NaN, 3L, null, List.of(), "g"),
                            Tables.row(3L, null, null, null, null, null));
        }
    }

    @Test
    void readsColumnsOfArraysWithMetadata() throws IOException {
        check(
                "{\"Source\": \"here\", \"E [GeV]\": [1, 2.5], \"t\": [\"2004-01-31T00:00:00Z\", null]}",
                (file, rows) -> {
                    SourceTable table = file.tables().getFirst();
                    assertThat(table.columns())
                            .containsExactly(
                                    Column.of("E [GeV]", ColumnType.FLOAT64).withUnit("GeV"),
                                    Column.of("t", ColumnType.TIMESTAMP));
                    assertThat(table.metadata()).containsEntry("Source", "here");
                    assertThat(rows)
                            .containsExactly(Tables.row(1.0, 1_075_507_200_000_000_000L), Tables.row(2.5, null));
                });
    }

    @Test
    void readsColumnsAsPandasWritesThem() throws IOException {
        check(
                "{\"a\":{\"0\":1,\"1\":2},\"b\":{\"0\":\"x\",\"1\":\"y\"}}",
                (file, rows) -> assertThat(rows).containsExactly(Tables.row(1L, "x"), Tables.row(2L, "y")));
    }

    @Test
    void readsAnObjectALine() throws IOException {
        check("{\"a\": 1}\n{\"a\": 18446744073709551615, \"b\": true}\n\n", (file, rows) -> {
            assertThat(file.tables().getFirst().columns().getFirst().type()).isEqualTo(ColumnType.UINT64);
            assertThat(rows).containsExactly(Tables.row(1L, null), Tables.row(-1L, true));
        });
    }

    @Test
    void leavesListsOfListsOutWithANotice() throws IOException {
        check("[{\"a\": 1, \"n\": [[1], [2]]}]", (file, rows) -> {
            assertThat(file.notices()).extracting(Diagnostic::code).containsExactly(TextCode.LEFT_OUT);
            assertThat(rows).containsExactly(Tables.row(1L));
        });
    }

    @Test
    void readsIceCubeHighEnergyStartingEvents() throws IOException {
        try (TableFile file = reader().open(SharedData.file("icecube/HESE_data.json"), ReadOptions.NONE)) {
            assertThat(file.tables().getFirst().columns())
                    .extracting(Column::name)
                    .containsExactly("recoDepositedEnergy", "recoMorphology", "recoZenith", "recoLength");
            List<List<@Nullable Object>> rows = Tables.read(file, "HESE_data");
            assertThat(rows).hasSize(102);
            assertThat(rows.getFirst()).isEqualTo(Tables.row(40094.5703125, 0L, 1.8270703554153442, Double.NaN));
        }
    }

    @Test
    void readsHundredPhotonStreamEventsOutOfGzip() throws IOException {
        Path path = SharedData.file("iact-images/fact-photon-stream/20170119_229_pass4_100events.phs.jsonl.gz");
        assertThat(reader().recognise(FileHead.of(path))).isNotEqualTo(Recognition.NO);
        try (TableFile file = reader().open(path, ReadOptions.NONE)) {
            String table = file.tables().getFirst().name();
            assertThat(Tables.read(file, table, "Event", "UnixTime_s_us", "Zd_deg")
                            .getFirst())
                    .isEqualTo(Tables.row(1L, List.of(1484895178L, 532244L), 33.06900475126648));
            assertThat(Tables.read(file, table)).hasSize(100);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": [1, 2], \"b\": [1]}",
                "{\"a\": 1, \"b\": \"x\"}",
                "[1, 2, 3]",
                "[{\"a\": 1}, 2]",
                "[{\"a\": 1}] [{\"a\": 2}]",
                "{\"a\": [1, 2",
                "{\"table\":\"t\",\"metadata\":{},\"columns\":[{\"name\":\"a\",\"type\":\"int8\",\"shape\":[]}],\"rows\":[[1],[200]]}",
                "{\"table\":\"t\",\"metadata\":{},\"columns\":[{\"name\":\"a\",\"type\":\"int8\",\"shape\":[]}],\"rows\":[[1,2]]}"
            })
    void refusesJsonThatIsNoTable(String text) {
        assertThatThrownBy(() -> check(text, (file, rows) -> {}))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        r -> assertThat(r.diagnostics().getFirst().help()).isNotNull());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"herald\", \"version\": \"1\", \"authors\": [{\"n\": 1}], \"keywords\": [\"a\"]}",
                "{\"cells\": [{\"a\": 1}], \"metadata\": {\"kernel\": \"x\"}}",
                "[1, 2, 3]",
                "{\"a\": 1}",
                "{\"detector\": [\"x\", 1, \"y\"], \"other\": [\"z\", 2, \"w\"]}",
                "{\"a\": [1, 2"
            })
    void recognisesNoTableInOtherJson(String text) throws IOException {
        Path path = Files.writeString(files.resolve("other.json"), text);
        assertThat(reader().recognise(FileHead.of(path))).isEqualTo(Recognition.NO);
    }

    private interface Claims {
        void check(TableFile file, List<List<@Nullable Object>> rows);
    }

    private void check(String json, Claims claims) throws IOException {
        Path path = Files.writeString(files.resolve("t.json"), json);
        try (TableFile file = reader().open(path, ReadOptions.NONE)) {
            claims.check(file, Tables.read(file, file.tables().getFirst().name()));
        }
    }
}
