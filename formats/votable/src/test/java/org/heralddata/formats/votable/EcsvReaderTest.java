package org.heralddata.formats.votable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.ColumnType;
import org.heralddata.spi.ReadOptions;
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

class EcsvReaderTest extends TableReaderContract {

    @Override
    protected TableReader reader() {
        return new EcsvReader();
    }

    @Override
    protected boolean showsTruncation() {
        return false;
    }

    @Override
    protected Path sample(Path folder) throws IOException {
        return Files.writeString(folder.resolve("sample.ecsv"), """
                # %ECSV 1.0
                # ---
                # datatype:
                # - {name: id, datatype: int64}
                # - {name: e, datatype: float64, unit: GeV, description: Energy}
                # - {name: kind, datatype: string}
                # - {name: hits, datatype: string, subtype: 'int64[null]'}
                # delimiter: ','
                # meta: !!omap
                # - {source: simulated}
                # schema: astropy-2.0
                id,e,kind,hits
                1,0.5,gamma,"[1,2,3]"
                2,,"p, or n",[]
                3,1e3,"",[7]
                """);
    }

    @Test
    void readsTypesUnitsMissingValuesAndLists() throws IOException {
        Path file = sample(Files.createTempDirectory("ecsv"));
        try (TableFile opened = reader().open(file, ReadOptions.NONE)) {
            var columns = opened.tables().getFirst().columns();
            assertThat(columns)
                    .extracting(c -> c.type())
                    .containsExactly(ColumnType.INT64, ColumnType.FLOAT64, ColumnType.STRING, ColumnType.INT64);
            assertThat(columns.get(1).unit()).isEqualTo("GeV");
            assertThat(columns.get(1).description()).isEqualTo("Energy");
            List<List<@Nullable Object>> rows = Tables.read(opened, "ecsv");
            assertThat(rows.getFirst()).containsExactly(1L, 0.5, "gamma", List.of(1L, 2L, 3L));
            assertThat(rows.get(1).get(1)).isNull();
            assertThat(rows.get(1).get(2)).isEqualTo("p, or n");
        }
    }

    /** The parser of YAML is slow with long words, and quotes them; patterns once looked at each letter many times. */
    @ParameterizedTest
    @ValueSource(ints = {200_000, 4_000_000})
    void refusesWordsOfAnyLengthSoonAndInPlainText(int length, @TempDir Path folder) throws IOException {
        String word = "x".repeat(length);
        String head = "# %ECSV 1.0\n# ---\n# datatype:\n# - {name: a, datatype: int64}\n";
        for (String text : List.of(head + "# meta: !!" + word + "\na\n1\n", head + "# " + word + ": {\na\n1\n")) {
            Path file = Files.writeString(folder.resolve("long.ecsv"), text);
            assertTimeoutPreemptively(Duration.ofMinutes(1), () -> assertRefusedInPlainWords(file));
        }
    }

    private void assertRefusedInPlainWords(Path file) {
        assertThatThrownBy(() -> {
                    try (TableFile opened = reader().open(file, ReadOptions.NONE)) {
                        Tables.read(opened, "ecsv");
                    }
                })
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.diagnostics().getFirst().message())
                                .hasSizeLessThan(500)
                                .doesNotContain("java.", "Exception"));
    }

    @Test
    void readsCataloguesAsTheyAre() throws IOException {
        for (Path path : SharedData.files("catalogues", p -> p.endsWith(".ecsv"))) {
            try (TableFile opened = reader().open(path, ReadOptions.NONE)) {
                long rows = Files.readAllLines(path).stream()
                                .filter(line -> !line.startsWith("#") && !line.isBlank())
                                .count()
                        - 1;
                assertThat(Tables.read(opened, "ecsv")).as(path.toString()).hasSize((int) rows);
            }
        }
    }
}
