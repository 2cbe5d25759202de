package org.heralddata.formats.root.write;

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
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableWriter;
import org.heralddata.spi.WriteOptions;
import org.heralddata.testkit.NodeOracle;
import org.heralddata.testkit.Oracle;
import org.heralddata.testkit.SharedData;
import org.heralddata.testkit.Tables;
import org.heralddata.testkit.WriterSamples;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Herald writes, read by others. */
final class OthersReadTest {

    /** So many rows that baskets are compressed. */
    private static final int REPEATS = 30;

    @Test
    void uprootReadsEveryTypeAndShapeUnderEveryCompression(@TempDir Path folder) throws IOException {
        Oracle oracle = Oracle.python("uproot", "awkward");
        assertThat(oracle.run(script("uproot_reads.py"), underEveryCompression(folder)))
                .isEqualTo("equal");
    }

    @Test
    void jsrootReadsEveryTypeAndShapeUnderEveryCompression(@TempDir Path folder) throws IOException {
        NodeOracle oracle = NodeOracle.jsroot();
        assertThat(oracle.run(script("jsroot_reads.mjs"), underEveryCompression(folder)))
                .isEqualTo("equal");
    }

    /** A file for each value of the option {@code compression}, then what they hold as JSON. */
    private static Object[] underEveryCompression(Path folder) throws IOException {
        List<Column> columns = WriterSamples.columns();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            rows.addAll(rows(columns));
        }
        List<Object> files = new ArrayList<>();
        Map<String, String> letters = Map.of("zlib", "ZL\u0008", "zstd", "ZS\u0001", "lz4", "L4\u0001");
        for (String compression : List.of("zlib", "zstd", "lz4", "none")) {
            TableWriter writer = WriteOptions.apply(new RootTableWriter(), Map.of("compression", compression));
            Path file = write(Files.createDirectory(folder.resolve(compression)), columns, rows, writer);
            String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
            letters.forEach((name, block) -> assertThat(bytes.split(block, -1).length > columns.size() / 2)
                    .as("baskets of %s compressed by %s", compression, name)
                    .isEqualTo(compression.equals(name)));
            files.add(file);
        }
        files.add(Files.writeString(folder.resolve("told.json"), Told.json(columns, rows)));
        return files.toArray();
    }

    /** The table of classes against files that ROOT 6.20.04 itself wrote. */
    @Test
    void describesClassesAsRootDoes(@TempDir Path folder) throws IOException {
        Oracle oracle = Oracle.python("uproot");
        List<Column> columns = new ArrayList<>(WriterSamples.columns());
        columns.add(
                Column.of("vector_vector_string", ColumnType.STRING).withShape(Shape.of(Shape.VARIES, Shape.VARIES)));
        columns.add(Column.of("vector_vector_int32", ColumnType.INT32).withShape(Shape.of(Shape.VARIES, Shape.VARIES)));
        Path file = write(folder, columns, rows(columns), new RootTableWriter());
        List<String> ours = oracle.run(script("streamers.py"), file).lines().toList();
        List<String> roots = new ArrayList<>();
        for (String name : List.of("uproot-sample-6.20.04-zlib.root", "uproot-stl_containers.root")) {
            roots.addAll(oracle.run(script("streamers.py"), SharedData.file("root-variety/" + name))
                    .lines()
                    .toList());
        }
        List<String> both = ours.stream().filter(roots::contains).toList();
        assertThat(both).hasSizeGreaterThan(100);
        List<String> known = roots.stream().map(OthersReadTest::className).toList();
        assertThat(ours.stream().filter(line -> known.contains(className(line)) && !roots.contains(line)))
                .isEmpty();
    }

    private static String className(String line) {
        return line.replaceFirst(" \\d.*", "");
    }

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
                folder.resolve("written.root"), Tables.write(writer, header, Tables.batches(columns, rows, 50)));
    }

    static String script(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(OthersReadTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
