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
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.heralddata.formats.root.write.Told;
import org.heralddata.model.table.Column;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableWriter;
import org.heralddata.spi.WriteOptions;
import org.heralddata.testkit.NodeOracle;
import org.heralddata.testkit.Oracle;
import org.heralddata.testkit.Tables;
import org.heralddata.testkit.WriterSamples;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Herald writes, read by others. */
final class OthersReadTest {

    /** So many rows that pages are compressed. */
    private static final int REPEATS = 30;

    @Test
    void uprootReadsEveryTypeAndShapeUnderEveryCompression(@TempDir Path folder) throws IOException {
        Oracle oracle = Oracle.python("uproot", "awkward");
        assertThat(oracle.run(script("uproot_reads.py"), underEveryCompression(folder, 14)))
                .isEqualTo("equal");
    }

    /** Without missing values: JSROOT does not know {@code std::optional}. */
    @Test
    void jsrootReadsEveryTypeAndShapeUnderEveryCompression(@TempDir Path folder) throws IOException {
        NodeOracle oracle = NodeOracle.jsroot();
        assertThat(oracle.run(script("jsroot_reads.mjs"), underEveryCompression(folder, 7)))
                .isEqualTo("equal");
    }

    /** A file for each value of the option {@code compression}, then what they hold as JSON. */
    private static Object[] underEveryCompression(Path folder, int samples) throws IOException {
        List<Column> columns = WriterSamples.columns();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            rows.addAll(rows(columns).subList(0, samples));
        }
        List<Object> files = new ArrayList<>();
        for (String compression : List.of("zstd", "zlib", "lz4", "none")) {
            TableWriter writer = WriteOptions.apply(new RNTupleTableWriter(), Map.of("compression", compression));
            files.add(write(Files.createDirectory(folder.resolve(compression)), columns, rows, writer));
        }
        assertThat(Files.size((Path) files.get(0))).isLessThan(Files.size((Path) files.get(3)));
        files.add(Files.writeString(folder.resolve("told.json"), Told.json(columns, rows)));
        return files.toArray();
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

    private static Path write(Path folder, List<Column> columns, List<List<@Nullable Object>> rows, TableWriter writer)
            throws IOException {
        var header = new TableHeader("events", "Événements", OptionalLong.empty(), columns, new LinkedHashMap<>());
        return Files.write(
                folder.resolve("written.rntuple.root"),
                Tables.write(writer, header, Tables.batches(columns, rows, 50)));
    }

    private static String script(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(OthersReadTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
