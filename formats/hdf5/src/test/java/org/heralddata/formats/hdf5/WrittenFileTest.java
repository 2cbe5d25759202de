package org.heralddata.formats.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableSink;
import org.heralddata.spi.TableWriter;
import org.heralddata.spi.WriteOptions;
import org.heralddata.testkit.Oracle;
import org.heralddata.testkit.Tables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Herald writes, read by others. */
final class WrittenFileTest {
    private static final List<Column> COLUMNS = List.of(
            new Column("energy", ColumnType.FLOAT64, Shape.SCALAR, "GeV", "phys.energy", "Primary energy"),
            Column.of("run", ColumnType.UINT16),
            Column.of("good", ColumnType.BOOL),
            Column.of("kind", ColumnType.STRING),
            Column.of("time", ColumnType.TIMESTAMP),
            Column.of("trace", ColumnType.FLOAT64).withShape(Shape.of(512)),
            Column.of("hits", ColumnType.FLOAT32).withShape(Shape.LIST),
            Column.of("count", ColumnType.INT32),
            Column.of("blob", ColumnType.BYTES));

    @Test
    void h5pyReadsEveryColumn(@TempDir Path folder) throws IOException {
        Oracle oracle = Oracle.python("h5py", "numpy");
        assertThat(oracle.run(H5pyAgreementTest.script("written.py"), write(folder)))
                .isEqualTo("equal");
    }

    @Test
    void h5dumpFindsNoFault(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = write(folder);
        Path out = folder.resolve("dump.txt");
        Process process;
        try {
            process = new ProcessBuilder("h5dump", file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
        } catch (IOException absent) {
            Assumptions.abort("no h5dump");
            return;
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as("h5dump says %s", Files.readString(out).lines().limit(5).toList())
                .isZero();
    }

    @Test
    void h5pyAndPyTablesReadACompound(@TempDir Path folder) throws IOException {
        Oracle oracle = Oracle.python("h5py", "numpy", "tables");
        Path file = write(folder, Map.of("layout", "compound", "deflate", "6"));
        Path plain = Files.createDirectory(folder.resolve("plain"));
        Path uncompressed = write(plain, Map.of("layout", "compound", "deflate", "0"));
        Path unshuffled = Files.createDirectory(folder.resolve("unshuffled"));
        Path columns = write(unshuffled, Map.of("shuffle", "no"));
        assertThat(oracle.run(H5pyAgreementTest.script("compound.py"), file, uncompressed, columns))
                .isEqualTo("equal");
    }

    @Test
    void refusesACompoundOfNothingButLists(@TempDir Path folder) {
        TableWriter writer = WriteOptions.apply(new Hdf5TableWriter(), Map.of("layout", "compound"));
        var lists = List.of(Column.of("hits", ColumnType.FLOAT32).withShape(Shape.LIST));
        var many = IntStream.range(0, 1_000)
                .mapToObj(i -> Column.of("column" + i, ColumnType.FLOAT64))
                .toList();
        for (List<Column> columns : List.of(lists, many)) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> writer.open(OutputStream.nullOutputStream(), header(columns)))
                    .satisfies(refusal -> assertThat(refusal.diagnostics())
                            .extracting(Diagnostic::code)
                            .containsExactly(Hdf5Code.NO_COMPOUND));
        }
    }

    /** As many as {@link Hdf5Code#NO_COMPOUND} lets through, some of them missing, some too long for a member. */
    @Test
    void keepsWideTablesAndLongTextsInACompound(@TempDir Path folder) throws IOException {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of("story", ColumnType.STRING));
        columns.add(Column.of("a/b", ColumnType.INT16).withUnit("m"));
        IntStream.range(0, 500).forEach(i -> columns.add(Column.of("column" + i, ColumnType.FLOAT32)));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int r = 0; r < 300; r++) {
            int row = r;
            List<@Nullable Object> cells = new ArrayList<>();
            cells.addAll(Tables.row(r % 5 == 0 ? null : "x".repeat(r * 7), (long) r));
            IntStream.range(0, 500).forEach(i -> cells.add((row + i) % 3 == 0 ? null : (Object) (double) (row * i)));
            rows.add(cells);
        }
        TableWriter writer = WriteOptions.apply(new Hdf5TableWriter(), Map.of("layout", "compound"));
        Path file = Files.write(
                folder.resolve("wide.h5"), Tables.write(writer, header(columns), Tables.batches(columns, rows, 64)));
        try (TableFile read = new Hdf5TableReader().open(file, ReadOptions.NONE)) {
            assertThat(read.tables()).hasSize(1);
            assertThat(read.tables().getFirst().columns()).isEqualTo(columns);
            assertThat(Tables.read(read, "/events")).isEqualTo(rows);
        }
    }

    private static TableHeader header(List<Column> columns) {
        return new TableHeader("events", "", OptionalLong.empty(), columns, new LinkedHashMap<>());
    }

    private static Path write(Path folder) throws IOException {
        return write(folder, Map.of());
    }

    private static Path write(Path folder, Map<String, String> choices) throws IOException {
        var metadata = new LinkedHashMap<String, String>();
        metadata.put("licence", "CC-BY-4.0");
        metadata.put("long", "x".repeat(100_000));
        var header = new TableHeader("events", "All µ events", OptionalLong.empty(), COLUMNS, metadata);
        Path file = folder.resolve("written.h5");
        try (OutputStream out = Files.newOutputStream(file);
                TableSink sink =
                        WriteOptions.apply(new Hdf5TableWriter(), choices).open(out, header)) {
            for (int from = 0; from < 5000; from += 1000) {
                List<List<@Nullable Object>> rows = new ArrayList<>();
                for (int i = from; i < from + 1000; i++) {
                    rows.add(row(i));
                }
                sink.write(Tables.batch(COLUMNS, rows));
            }
            sink.finish();
        }
        return file;
    }

    private static List<@Nullable Object> row(int i) {
        return Tables.row(
                i * 0.5,
                (long) i,
                i % 2 == 1,
                "γ" + i,
                i * 1_000_000_000L + 1,
                DoubleStream.iterate(i, v -> v + 1).limit(512).boxed().toList(),
                IntStream.range(0, i % 4).mapToObj(v -> (double) v).toList(),
                i % 3 == 0 ? null : (Long) (long) i,
                "%02x00".formatted(i % 256));
    }
}
