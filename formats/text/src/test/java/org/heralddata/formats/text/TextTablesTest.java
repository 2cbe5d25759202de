package org.heralddata.formats.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.DiagnosticText;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.spi.FileHead;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.Recognition;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableReader;
import org.heralddata.testkit.Tables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTablesTest {

    @TempDir
    private Path folder;

    @Test
    void infersTypesOverTheWholeFile() throws IOException {
        var text = new StringBuilder("i,f,s,b,t,u,big,nan\n");
        for (int r = 0; r < 20_000; r++) {
            boolean last = r == 19_999;
            text.append(
                    last
                            ? "1,2.5,x,false,2004-01-31 00:00:00,18446744073709551615,120000000000000000000,nan\n"
                            : "1,2,,true,2004-01-31,3,1,1\n");
        }
        check(
                csv(text.toString()),
                Map.of(),
                file -> assertThat(columns(file))
                        .extracting(Column::type)
                        .containsExactly(
                                ColumnType.INT64,
                                ColumnType.FLOAT64,
                                ColumnType.STRING,
                                ColumnType.BOOL,
                                ColumnType.TIMESTAMP,
                                ColumnType.UINT64,
                                ColumnType.FLOAT64,
                                ColumnType.FLOAT64));
    }

    @Test
    void readsMissingValuesAsNullsButNanAsANumber() throws IOException {
        check(
                csv("a,b,c\n1,NaN,x\n,2.5,NA\nN/A,-,nan\n--,null,\"\"\n"),
                Map.of(),
                file -> assertThat(rows(file))
                        .containsExactly(
                                Tables.row(1L, Double.NaN, "x"),
                                Tables.row(null, 2.5, null),
                                Tables.row(null, null, null),
                                Tables.row(null, null, "")));
    }

    @Test
    void keepsDoublesExactly() throws IOException {
        List<String> numbers = List.of(
                "3.0407599999999997",
                "1e23",
                "9007199254740993",
                "2.2250738585072014E-308",
                "4.9e-324",
                "1.7976931348623157e308",
                "0.1",
                "123456789012345678901234567890.5",
                ".5",
                "5.",
                "-0.0",
                "+1.5",
                "1.0D+05",
                "00012.5",
                "1e400");
        check(
                csv("x,y\n" + String.join(",1.5\n", numbers) + ",1.5\n"),
                Map.of(),
                file -> assertThat(rows(file))
                        .extracting(List::getFirst)
                        .isEqualTo(numbers.stream()
                                .map(n -> (Object) Double.parseDouble(n.replace('D', 'e')))
                                .toList()));
    }

    @Test
    void takesUnitsFromHeaders() throws IOException {
        check(csv("E (eV),E2[GeV],Log(E/GeV),RA (J2000),N (run)\n1,2,3,4,5\n"), Map.of(), file -> {
            assertThat(columns(file))
                    .extracting(Column::name)
                    .containsExactly("E", "E2", "Log(E/GeV)", "RA (J2000)", "N (run)");
            assertThat(columns(file)).extracting(Column::unit).containsExactly("eV", "GeV", "log(GeV)", null, null);
        });
    }

    @Test
    void takesASecondHeaderLineForUnits() throws IOException {
        check(tsv("ra\tdec\tkind\n[deg]\tdeg\t-\n1.5\t2.5\tx\n2\t3\ty\n"), Map.of(), file -> {
            assertThat(columns(file)).extracting(Column::unit).containsExactly("deg", "deg", null);
            assertThat(rows(file)).hasSize(2);
        });
    }

    @Test
    void takesNamesFromACommentLine() throws IOException {
        check(
                ascii("# Some words first\n#logE, J, err\n\n17.5 1e-3 2\n17.6 2e-3 3\n"),
                Map.of(),
                file -> assertThat(columns(file)).extracting(Column::name).containsExactly("logE", "J", "err"));
    }

    @Test
    void keepsCommentEntriesAsMetadata() throws IOException {
        check(
                csv("# Source: CRDB\n# free words\na,b\n1,2\n"),
                Map.of(),
                file -> assertThat(file.tables().getFirst().metadata())
                        .containsEntry("Source", "CRDB")
                        .containsEntry("comments", "free words"));
    }

    @Test
    void obeysItsOptions() throws IOException {
        Path file = csv("a title line\nx;y\n1;-99\n! a remark\n2;7\n");
        Map<String, String> options = Map.of(
                "skip",
                "1",
                "delimiter",
                ";",
                "comment",
                "!",
                "missing",
                "-99",
                "names",
                "p,q",
                "units",
                "m,",
                "text",
                "q");
        check(file, options, table -> {
            assertThat(columns(table))
                    .containsExactly(Column.of("p", ColumnType.INT64).withUnit("m"), Column.of("q", ColumnType.STRING));
            assertThat(rows(table)).containsExactly(Tables.row(1L, null), Tables.row(2L, "7"));
        });
        check(
                csv("1,2\n3,4\n"),
                Map.of("header", "1"),
                table -> assertThat(columns(table)).extracting(Column::name).containsExactly("1", "2"));
        check(
                csv("a,b\nc,d\n"),
                Map.of("header", "none"),
                table -> assertThat(rows(table)).hasSize(2));
    }

    @Test
    void readsByteOrderMarkCarriageReturnsAndQuotes() throws IOException {
        check(csv("\uFEFFname,n\r\n\"a, \"\"b\"\"\r\nc\",1\r\nplain , 2\r\n"), Map.of(), file -> {
            assertThat(columns(file)).extracting(Column::name).containsExactly("name", "n");
            assertThat(rows(file)).containsExactly(Tables.row("a, \"b\"\r\nc", 1L), Tables.row("plain", 2L));
        });
    }

    @Test
    void readsWindowsTextWithANotice() throws IOException {
        Path file =
                Files.write(folder.resolve("w.csv"), "name,n\nMünchen,1\n".getBytes(Charset.forName("windows-1252")));
        check(file, Map.of(), table -> {
            assertThat(rows(table)).containsExactly(Tables.row("München", 1L));
            assertThat(table.notices()).extracting(Diagnostic::code).containsExactly(TextCode.NOT_UTF8);
        });
    }

    @Test
    void readsRowsNumberedWithAHashAsRows() throws IOException {
        check(
                csv("id,x\n#1,5\n#2,6\n"),
                Map.of(),
                file -> assertThat(rows(file)).containsExactly(Tables.row("#1", 5L), Tables.row("#2", 6L)));
    }

    @Test
    void numbersColumnsAndMakesNamesUnique() throws IOException {
        check(csv("x,x,\n1,2,3\n"), Map.of(), file -> {
            assertThat(columns(file)).extracting(Column::name).containsExactly("x", "x_2", "col3");
            assertThat(file.notices()).extracting(Diagnostic::code).containsExactly(TextCode.NAMES_CHANGED);
        });
        check(
                csv("1,2\n3,4\n"),
                Map.of(),
                file -> assertThat(columns(file)).extracting(Column::name).containsExactly("col1", "col2"));
    }

    @Test
    void dropsTheEmptyColumnBehindATrailingDelimiter() throws IOException {
        check(
                csv("a,b,\n1,2,\n3,4,\n"),
                Map.of(),
                file -> assertThat(columns(file)).hasSize(2));
    }

    @Test
    void readsAFieldAcrossTheEndOfTheBuffer() throws IOException {
        String wide = "y".repeat(300_000);
        check(
                csv("a,b\n1," + wide + "\n2,z\n"),
                Map.of(),
                file -> assertThat(rows(file)).containsExactly(Tables.row(1L, wide), Tables.row(2L, "z")));
    }

    @Test
    void tellsOfNumbersMixedWithWords() throws IOException {
        check(csv("a,b\n1,2\nx,3\n"), Map.of(), file -> {
            assertThat(columns(file).getFirst().type()).isEqualTo(ColumnType.STRING);
            assertThat(file.notices()).extracting(Diagnostic::code).containsExactly(TextCode.MIXED_COLUMN);
        });
    }

    @Test
    void refusesARareWordAmongNumbers() throws IOException {
        Path file = csv("a,b\n" + "1.5,2\n".repeat(500) + "1.x5,2\n");
        refused(file, Map.of(), TextCode.BAD_VALUE, 502);
        check(file, Map.of("text", "a"), table -> assertThat(rows(table)).hasSize(501));
        check(
                file,
                Map.of("missing", "1.x5"),
                table -> assertThat(columns(table).getFirst().type()).isEqualTo(ColumnType.FLOAT64));
    }

    @Test
    void refusesARowOfOtherLengthWithPlaceAndLine() throws IOException {
        Refusal refusal = refused(csv("a,b,c\n1,2,3\n4,5\n6,7,8\n"), Map.of(), TextCode.FIELD_COUNT, 3);
        assertThat(DiagnosticText.render(refusal.diagnostics()))
                .contains("a row has 2 fields where the table has 3 columns")
                .contains("3 | 4,5")
                .contains("help: ");
        refused(csv("a,b,c\n1,2,3\n4,5,6,7\n6,7,8\n"), Map.of(), TextCode.FIELD_COUNT, 3);
    }

    @Test
    void refusesBadQuotes() throws IOException {
        refused(csv("a,b\n1,\"x\" y\n2,3\n"), Map.of(), TextCode.BAD_QUOTE, 2);
        refused(csv("a,b\n1,2\n2,\"open\n3,4\n"), Map.of(), TextCode.BAD_QUOTE, 3);
    }

    @Test
    void refusesAValueThatADeclaredTypeCannotHold() throws IOException {
        Path file = csv("# herald-table: 1\n# column: {\"name\":\"n\",\"type\":\"int8\",\"shape\":[]}\nn\n1\n200\n");
        assertThatThrownBy(() -> check(file, Map.of(), TextTablesTest::rows))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        r -> assertThat(r.diagnostics().getFirst().code()).isEqualTo(TextCode.BAD_VALUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"header=maybe", "skip=-1", "delimiter=ab", "names=a", "header=0"})
    void refusesBadOptions(String option) throws IOException {
        int equals = option.indexOf('=');
        refused(
                csv("1,2\n3,4\n"),
                Map.of(option.substring(0, equals), option.substring(equals + 1)),
                TextCode.BAD_OPTION,
                -1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>\n<body>1 2</body>\n1 2\n1 2\n",
                "%YAML 1.2\n---\na: 1\nb: 2\n",
                "title: x\nvalue: 3\nother: 4\n",
                "It was the best of times,\nit was the worst of times, it was\nthe age of wisdom,\n",
                "# %ECSV 1.0\n# ---\na b\n1 2\n",
                "LONGITUDINAL DISTRIBUTION IN\n1 2 3\n4 5 6\n7 8 9\n",
                "{\"a\": 1,\n\"b\": 2}\n",
                "int main() {\n  return 0;\n}\n",
                ""
            })
    void recognisesNoTableInOtherText(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("other.txt"), text);
        for (TableReader reader : List.of(new CsvReader(), new TsvReader(), new AsciiReader())) {
            assertThat(reader.recognise(FileHead.of(file))).isEqualTo(Recognition.NO);
        }
    }

    @Test
    void refusesCorsikaLongitudinalProfilesInPlainWords() throws IOException {
        Path file = ascii(" LONGITUDINAL DISTRIBUTION IN   208 VERTICAL STEPS\n DEPTH GAMMAS\n 5.0 1E0\n 10.0 2E0\n");
        refused(file, Map.of(), TextCode.FIELD_COUNT, 1);
    }

    @Test
    void parsesMoments() {
        assertThat(Timestamps.parse("1969-12-31T23:59:59.999999999Z")).isEqualTo(-1);
        assertThat(Timestamps.parse("2004-02-29T12:00:00+01:00"))
                .isEqualTo(Instant.parse("2004-02-29T11:00:00Z").getEpochSecond() * 1_000_000_000L);
        for (String no :
                List.of("2003-02-29", "2004-13-01", "1600-01-01", "2004-01-01T25:00", "2004-01-01X00:00", "12:00:00")) {
            assertThat(Timestamps.parse(no)).as(no).isEqualTo(Timestamps.NONE);
        }
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("t.csv"), text, StandardCharsets.UTF_8);
    }

    private Path tsv(String text) throws IOException {
        return Files.writeString(folder.resolve("t.tsv"), text);
    }

    private Path ascii(String text) throws IOException {
        return Files.writeString(folder.resolve("t.dat"), text);
    }

    private static void check(Path path, Map<String, String> options, Consumer<TableFile> claims) throws IOException {
        String name = path.toString();
        TableReader reader =
                name.endsWith(".tsv") ? new TsvReader() : name.endsWith(".dat") ? new AsciiReader() : new CsvReader();
        try (TableFile file = reader.open(path, new ReadOptions(options))) {
            claims.accept(file);
        }
    }

    private static Refusal refused(Path path, Map<String, String> options, TextCode code, int line) {
        var caught = new Refusal[1];
        assertThatThrownBy(() -> check(path, options, TextTablesTest::rows))
                .isInstanceOfSatisfying(Refusal.class, r -> caught[0] = r);
        Diagnostic first = caught[0].diagnostics().getFirst();
        assertThat(first.code()).isEqualTo(code);
        assertThat(first.help()).isNotNull();
        if (line > 0) {
            assertThat(first.location())
                    .isInstanceOfSatisfying(
                            Location.InText.class,
                            place -> assertThat(place.line()).isEqualTo(line));
        }
        return caught[0];
    }

    private static List<Column> columns(TableFile file) {
        return file.tables().getFirst().columns();
    }

    private static List<List<@Nullable Object>> rows(TableFile file) {
        try {
            return Tables.read(file, file.tables().getFirst().name());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
