package org.heralddata.formats.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.spi.FileHead;
import org.heralddata.spi.Formats;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.Recognition;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableReader;
import org.heralddata.testkit.SharedData;
import org.heralddata.testkit.Tables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The public text files of experiments, each against counts made by other means. */
class SharedTextFilesTest {
    private static final Formats FORMATS =
            new Formats(List.of(new AsciiReader(), new CsvReader(), new TsvReader()), List.of());

    @Test
    void readsEveryTextTableWithItsRowsAndColumns() throws IOException {
        var wrong = new ArrayList<String>();
        for (String line : expectations()) {
            String[] words = line.split(" ", -1);
            Path path = SharedData.file(words[1]);
            TableReader reader = FORMATS.recognise(path).orElseThrow(() -> new AssertionError(line));
            try (TableFile file = reader.open(path, ReadOptions.NONE)) {
                SourceTable table = file.tables().getFirst();
                int rows = Tables.read(file, table.name()).size();
                String found = "%s %s %d %d"
                        .formatted(
                                reader.format(), words[1], rows, table.columns().size());
                if (!found.equals(line) || table.rows().orElse(-1) != rows) {
                    wrong.add("found %s, wanted %s".formatted(found, line));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> expectations() throws IOException {
        try (InputStream in = SharedTextFilesTest.class.getResourceAsStream("shared-text-tables.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(l -> !l.startsWith("#")).toList();
        }
    }

    @Test
    void takesNothingElseForATable() throws IOException {
        List<Path> others = SharedData.files(
                "",
                path -> path.matches(
                                ".*\\.(md|rst|yaml|ecsv|xml|xsd|json|fits|gz|h5|root|png|parquet|db|ksy|cff|inp|detx|evt|vot)")
                        || path.matches(".*/(LICENSE|README|README.txt|license.txt)"));
        assertThat(others).hasSizeGreaterThan(300);
        for (Path path : others) {
            FileHead head = FileHead.of(path);
            for (TableReader reader : FORMATS.readers()) {
                assertThat(reader.recognise(head)).as("%s", path).isEqualTo(Recognition.NO);
            }
        }
    }

    @Test
    void readsKascadeEventsToTheirSum() throws IOException {
        List<Double> energies = doubles(new CsvReader(), "kascade/kcdc-tutorial/dataset1.csv", "lgE");
        assertThat(energies.stream().mapToDouble(Double::doubleValue).min()).hasValue(13.4399);
        assertThat(energies.stream().mapToDouble(Double::doubleValue).max()).hasValue(15.0369);
        assertThat(energies.stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(41697.2798, within(1e-4));
    }

    @Test
    void readsGammasAndHadrons() throws IOException {
        try (TableFile file = new CsvReader().open(SharedData.file("magic-ml/magic04.data"), ReadOptions.NONE)) {
            List<List<@Nullable Object>> rows = Tables.read(file, "magic04", "col9", "col11");
            assertThat(rows.stream().filter(r -> "g".equals(r.get(1)))).hasSize(12_332);
            assertThat(rows.stream().filter(r -> "h".equals(r.get(1)))).hasSize(6_688);
            assertThat(rows.stream().filter(r -> "g".equals(r.get(1)) && r.get(0) instanceof Double a && a < 15))
                    .hasSize(7_568);
        }
    }

    @Test
    void readsAmandaOutOfAZipUnderItsRuler() throws IOException {
        Path zip = SharedData.file("icecube/20080911_AMANDA_7_Year_Data.zip");
        try (TableFile file = new AsciiReader().open(zip, ReadOptions.NONE)) {
            SourceTable table = file.tables().getFirst();
            assertThat(table.name()).isEqualTo("AMANDA_7_Year_Data");
            assertThat(table.columns())
                    .startsWith(
                            Column.of("Dec.", ColumnType.FLOAT64).withUnit("deg"),
                            Column.of("RA", ColumnType.FLOAT64).withUnit("h"))
                    .endsWith(Column.of("Atm Subset", ColumnType.STRING));
            List<List<@Nullable Object>> rows = Tables.read(file, table.name(), "Dec.", "MJD", "Atm Subset");
            assertThat(rows.getFirst()).isEqualTo(Tables.row(2.2453, 51590.596678, "X"));
            assertThat(rows.getLast()).isEqualTo(Tables.row(-2.2671, 54038.856215, null));
            assertThat(table.metadata().get("comments")).contains("Phys. Rev. D 79, 062001 (2009)");
        }
    }

    @Test
    void takesColumnsFromTheListInHisparcComments() throws IOException {
        Path tsv = SharedData.file("hisparc/events-s501-20120101.tsv");
        try (TableFile file = new TsvReader().open(tsv, ReadOptions.NONE)) {
            List<Column> columns = file.tables().getFirst().columns();
            assertThat(columns.get(5).name()).isEqualTo("pulseheights_2");
            assertThat(columns.get(5).unit()).isEqualTo("ADC");
            assertThat(columns.get(5).description()).isEqualTo("maximum signal pulseheight");
            assertThat(columns.getLast().unit()).isEqualTo("deg");
        }
    }

    private static List<Double> doubles(TableReader reader, String path, String column) throws IOException {
        try (TableFile file = reader.open(SharedData.file(path), ReadOptions.NONE)) {
            var values = new ArrayList<Double>();
            for (List<@Nullable Object> row :
                    Tables.read(file, file.tables().getFirst().name(), column)) {
                if (row.getFirst() instanceof Double value) {
                    values.add(value);
                }
            }
            return values;
        }
    }
}
