package org.heralddata.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.heralddata.model.table.Column;
import org.heralddata.spi.TableFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {

    @Test
    void givesBackTheValuesItWasGiven() throws IOException {
        List<Column> columns = WriterSamples.columns();
        var rows = new ArrayList<List<@Nullable Object>>();
        for (int r = 0; r < 7; r++) {
            var row = new ArrayList<@Nullable Object>();
            for (int c = 0; c < columns.size(); c++) {
                row.add(WriterSamples.withNulls(columns.get(c), c).get(r));
            }
            rows.add(row);
        }
        try (TableFile file = Tables.file("t", columns, rows)) {
            assertThat(Tables.read(file, "t")).isEqualTo(rows);
        }
        for (int c = 0; c < columns.size(); c++) {
            VectorChecks.check(
                    columns.get(c), Tables.batch(columns, rows).vectors().get(c), 7);
        }
    }

    @Test
    void goldenFileIsComparedAndRenewed(@TempDir Path folder) throws IOException {
        Path golden = folder.resolve("deep").resolve("golden.txt");
        assertThatThrownBy(() -> Golden.check(golden, "one", false)).isInstanceOf(AssertionError.class);
        Golden.check(golden, "one", true);
        Golden.check(golden, "one", false);
        assertThatThrownBy(() -> Golden.check(golden, "two", false)).isInstanceOf(AssertionError.class);
    }

    @Test
    void oracleAnswersAndComplains() {
        Oracle python = Oracle.python();
        assertThat(python.run("import sys\nprint(sys.argv[1] + 'b')", "a")).isEqualTo("ab");
        assertThatThrownBy(() -> python.run("raise ValueError('no')")).hasMessageContaining("ValueError");
    }
}
