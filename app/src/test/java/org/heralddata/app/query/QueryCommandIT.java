package org.heralddata.app.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.heralddata.app.RunHerald;
import org.heralddata.app.RunHerald.Outcome;
import org.heralddata.spi.Formats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code herald query} of a home without collections: its TAP_SCHEMA. */
class QueryCommandIT {
    private static final String TABLES =
            "SELECT table_name FROM tap_schema.tables WHERE schema_name = 'tap_schema' ORDER BY table_name";

    @TempDir
    private static Path folder;

    private static Outcome query(String... arguments) {
        List<String> all = new ArrayList<>(List.of("query"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--home", folder.resolve("home").toString()));
        return RunHerald.with(all.toArray(String[]::new));
    }

    private static List<String> rows(Outcome csv) {
        return csv.out().lines().filter(line -> !line.startsWith("#")).toList();
    }

    @Test
    void theAnswerGoesToStandardOutputAsCsv() {
        Outcome told = query(TABLES);
        assertThat(told.status()).as(told.err()).isZero();
        assertThat(rows(told)).startsWith("table_name").contains("tap_schema.columns", "tap_schema.tables");
    }

    @ParameterizedTest
    @ValueSource(strings = {"answer.vot", "answer.fits", "answer.parquet"})
    void theEndingOfTheOutputNamesItsFormat(String name) throws IOException {
        Path file = folder.resolve(name);
        Outcome told = query(TABLES, "--output", file.toString());
        assertThat(told.status()).as(told.err()).isZero();
        assertThat(told.out()).isEmpty();
        assertThat(told.err()).contains("5 rows, 1 columns");
        assertThat(Formats.installed().recognise(file)).isPresent();
        Outcome again = query(TABLES, "--output", file.toString());
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.err()).contains("A008");
        assertThat(query(TABLES, "--force", "--output", file.toString()).status())
                .isZero();
    }

    @Test
    void theFormatMayBeNamed() {
        assertThat(query(TABLES, "--format", "votable").out()).contains("<VOTABLE", "table_name");
        Outcome unknown = query(TABLES, "--format", "votabel");
        assertThat(unknown.status()).isEqualTo(1);
        assertThat(unknown.err()).contains("A002");
    }

    @Test
    void aQueryComesFromAFileOrStandardInput() throws IOException {
        Path file = Files.writeString(folder.resolve("query.adql"), TABLES + "\n");
        assertThat(rows(query("--file", file.toString()))).contains("tap_schema.keys");
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(TABLES.getBytes(StandardCharsets.UTF_8)));
            assertThat(rows(query("-"))).contains("tap_schema.keys");
        } finally {
            System.setIn(before);
        }
        assertThat(query("--file", folder.resolve("nothing").toString()).status())
                .isEqualTo(1);
    }

    @Test
    void aQueryIsGivenOnce() {
        assertThat(query().status()).isEqualTo(2);
        assertThat(query(TABLES, "--file", "x.adql").status()).isEqualTo(2);
    }

    @Test
    void mistakesAreToldAtTheirPlaces() {
        Outcome told = query("SELECT table_nme FROM tap_schema.tables");
        assertThat(told.status()).isEqualTo(1);
        assertThat(told.out()).isEmpty();
        assertThat(told.err())
                .contains("SELECT table_nme FROM tap_schema.tables", "^^^^^^^^^", "did you mean `table_name`?");
    }
}
