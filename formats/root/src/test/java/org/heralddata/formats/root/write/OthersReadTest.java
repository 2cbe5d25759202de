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
import java.util.Objects;
import java.util.OptionalLong;
import org.heralddata.formats.root.compress.Algorithm;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.spi.TableHeader;
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

    @Test
    void uprootReadsEveryTypeAndShape(@TempDir Path folder) throws IOException {
        Oracle oracle = Oracle.python("uproot", "awkward");
        List<Column> columns = WriterSamples.columns();
        List<List<@Nullable Object>> rows = rows(columns);
        Path told = Files.writeString(folder.resolve("told.json"), Told.json(columns, rows));
        Path file = write(folder, columns, rows, new RootTableWriter(Algorithm.ZLIB, 1));
        assertThat(oracle.run(script("uproot_reads.py"), file, told)).isEqualTo("equal");
    }

    @Test
    void jsrootReadsEveryTypeAndShape(@TempDir Path folder) throws IOException {
        NodeOracle oracle = NodeOracle.jsroot();
        List<Column> columns = WriterSamples.columns();
        List<List<@Nullable Object>> rows = rows(columns);
        Path told = Files.writeString(folder.resolve("told.json"), Told.json(columns, rows));
        Path file = write(folder, columns, rows, new RootTableWriter(Algorithm.ZLIB, 1));
        assertThat(oracle.run(script("jsroot_reads.mjs"), file, told)).isEqualTo("equal");
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

    private static Path write(
            Path folder, List<Column> columns, List<List<@Nullable Object>> rows, RootTableWriter writer)
            throws IOException {
        var header = new TableHeader("events", "Événements", OptionalLong.empty(), columns, new LinkedHashMap<>());
        return Files.write(
                folder.resolve("written.root"), Tables.write(writer, header, Tables.batches(columns, rows, 5)));
    }

    static String script(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(OthersReadTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
