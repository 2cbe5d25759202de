package org.heralddata.formats.root.ntuple.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.heralddata.formats.root.write.Told;
import org.heralddata.model.table.Column;
import org.heralddata.spi.TableHeader;
import org.heralddata.testkit.NodeOracle;
import org.heralddata.testkit.Oracle;
import org.heralddata.testkit.Tables;
import org.heralddata.testkit.WriterSamples;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Herald writes, read by others. */
final class OthersReadTest {

    @Test
    void uprootReadsEveryTypeAndShape(@TempDir Path folder) throws IOException {
        Oracle oracle = Oracle.python("uproot", "awkward");
        List<Column> columns = WriterSamples.columns();
        List<List<@Nullable Object>> rows = rows(columns);
        Path told = Files.writeString(folder.resolve("told.json"), Told.json(columns, rows));
        Path file = write(folder, columns, rows);
        assertThat(oracle.run(script("uproot_reads.py"), file, told)).isEqualTo("equal");
    }

    /** Without missing values: JSROOT does not know {@code std::optional}. */
    @Test
    void jsrootReadsEveryTypeAndShape(@TempDir Path folder) throws IOException {
        NodeOracle oracle = NodeOracle.jsroot();
        List<Column> columns = WriterSamples.columns();
        List<List<@Nullable Object>> rows = rows(columns).subList(0, 7);
        Path told = Files.writeString(folder.resolve("told.json"), Told.json(columns, rows));
        Path file = write(folder, columns, rows);
        assertThat(oracle.run(script("jsroot_reads.mjs"), file, told)).isEqualTo("equal");
    }

    /** Twice the samples: without missing values first, then some columns with. */
    private static List<List<@Nullable Object>> rows(List<Column> columns) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (int r = 0; r < 14; r++) {
            var row = new ArrayList<@Nullable Object>();
            for (int c = 0; c < columns.size(); c++) {
                Column column = columns.get(c);
                row.add(
                        r < 7 || c % 3 == 0
                                ? WriterSamples.values(column).get(r % 7)
                                : WriterSamples.withNulls(column, c).get(r % 7));
            }
            rows.add(row);
        }
        return rows;
    }

    private static Path write(Path folder, List<Column> columns, List<List<@Nullable Object>> rows) throws IOException {
        var header = new TableHeader("events", "Événements", OptionalLong.empty(), columns, new LinkedHashMap<>());
        return Files.write(
                folder.resolve("written.rntuple.root"),
                Tables.write(new RNTupleTableWriter(), header, Tables.batches(columns, rows, 5)));
    }

    private static String script(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(OthersReadTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
