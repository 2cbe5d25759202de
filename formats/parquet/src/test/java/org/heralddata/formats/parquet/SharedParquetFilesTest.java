package org.heralddata.formats.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableHeader;
import org.heralddata.testkit.Oracle;
import org.heralddata.testkit.SharedData;
import org.heralddata.testkit.Tables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedParquetFilesTest {

    @TempDir
    private Path folder;

    @Test
    void agreesWithPyarrowOnEveryNumber() throws IOException {
        Oracle python = Oracle.python("pyarrow.parquet");
        List<Path> files = SharedData.files("icecube/graphnet", name -> name.endsWith(".parquet"));
        assertThat(files).hasSize(3);
        for (Path path : files) {
            String told = python.run("""
                    import sys, pyarrow.parquet as pq
                    table = pq.read_table(sys.argv[1])
                    for name in table.column_names:
                        print(name, table.num_rows, *['none' if x is None else float(x).hex() for x in table[name].to_pylist()])
                    """, path);
            assertThat(dump(path)).isEqualTo(told);
        }
    }

    private static String dump(Path path) throws IOException {
        try (TableFile file = new ParquetReader().open(path, ReadOptions.NONE)) {
            SourceTable table = file.tables().getFirst();
            List<List<@Nullable Object>> rows = Tables.read(file, table.name());
            var text = new StringBuilder();
            for (int c = 0; c < table.columns().size(); c++) {
                int place = c;
                text.append(table.columns().get(c).name())
                        .append(' ')
                        .append(rows.size())
                        .append(' ');
                text.append(rows.stream().map(r -> hex(r.get(place))).collect(Collectors.joining(" ")));
                text.append('\n');
            }
            return text.toString().strip();
        }
    }

    private static String hex(@Nullable Object value) {
        double number = value instanceof Number n ? n.doubleValue() : Double.NaN;
        if (!Double.isFinite(number)) {
            return value == null ? "none" : "nan";
        }
        String java = Double.toHexString(number);
        int point = java.indexOf('.');
        int power = java.indexOf('p');
        String digits = java.substring(point + 1, power);
        String padded = number == 0 ? "0" : digits + "0".repeat(13 - digits.length());
        String sign = java.substring(power + 1).startsWith("-") ? "" : "+";
        return java.substring(0, point + 1) + padded + "p" + sign + java.substring(power + 1);
    }

    @Test
    void readsStructsListsDecimalsDatesAndLeavesMapsOut() throws IOException {
        Path path = folder.resolve("mixed.parquet");
        Oracle.python("pyarrow.parquet").run("""
                import sys, datetime, decimal, pyarrow as pa, pyarrow.parquet as pq
                pq.write_table(pa.table({
                    's': pa.array([{'a': 1, 'b': {'c d': 'x'}}, {'a': None, 'b': None}]),
                    'ls': pa.array([[{'q': 1.5}, {'q': None}], None]),
                    'd': pa.array([decimal.Decimal('1.25'), None]),
                    'day': pa.array([datetime.date(2004, 1, 31), None]),
                    't': pa.array([1700000000123456, None], pa.timestamp('us', tz='Europe/Berlin')),
                    'h': pa.array([1.5, 2.5], pa.float16()),
                    'm': pa.array([[('k', 1)], []], pa.map_(pa.string(), pa.int32())),
                    'n': pa.array([[[1, 2], None, [], [3]], []]),
                    'no': pa.array([[[{'q': 1}]], []])}), sys.argv[1])
                """, path);
        try (TableFile file = new ParquetReader().open(path, ReadOptions.NONE)) {
            assertThat(file.tables().getFirst().columns())
                    .containsExactly(
                            Column.of("s.a", ColumnType.INT64),
                            Column.of("s.b.c d", ColumnType.STRING),
                            Column.of("ls.q", ColumnType.FLOAT64).withShape(Shape.LIST),
                            Column.of("d", ColumnType.FLOAT64),
                            Column.of("day", ColumnType.TIMESTAMP),
                            Column.of("t", ColumnType.TIMESTAMP),
                            Column.of("h", ColumnType.FLOAT32),
                            Column.of("n", ColumnType.INT64).withShape(Shape.of(Shape.VARIES, Shape.VARIES)));
            assertThat(Tables.read(file, "mixed"))
                    .containsExactly(
                            Tables.row(
                                    1L,
                                    "x",
                                    Tables.row(1.5, null),
                                    1.25,
                                    1_075_507_200_000_000_000L,
                                    1_700_000_000_123_456_000L,
                                    1.5,
                                    Tables.row(List.of(1L, 2L), null, List.of(), List.of(3L))),
                            Tables.row(null, null, null, null, null, null, 2.5, List.of()));
            assertThat(file.notices()).hasSize(2).allMatch(n -> n.code() == ParquetCode.LEFT_OUT);
        }
    }

    @Test
    void pyarrowReadsWhatIsWritten() throws IOException {
        List<Column> columns = List.of(
                Column.of("u", ColumnType.UINT64),
                Column.of("t", ColumnType.TIMESTAMP),
                Column.of("l", ColumnType.FLOAT32).withShape(Shape.LIST).withUnit("GeV"),
                Column.of("n", ColumnType.INT16).withShape(Shape.of(Shape.VARIES, Shape.VARIES)));
        var header = new TableHeader("t", "", OptionalLong.empty(), columns, new LinkedHashMap<>());
        var rows = List.of(
                Tables.row(-1L, 1_700_000_000_123_456_789L, List.of(0.1), Tables.row(List.of(1L, 2L), null, List.of())),
                Tables.row(null, null, null, null));
        Path path = folder.resolve("ours.parquet");
        Files.write(path, Tables.write(new ParquetWriter(), header, List.of(Tables.batch(columns, rows))));
        String told = Oracle.python("pyarrow.parquet").run("""
                import sys, pyarrow.parquet as pq
                table = pq.read_table(sys.argv[1])
                print([str(f.type) for f in table.schema], table['u'].to_pylist(), table['t'].cast('int64').to_pylist())
                print(table['n'].to_pylist())
                print(table['l'].to_pylist(), table.schema.metadata[b'herald'].decode())
                """, path);
        assertThat(told).isEqualTo("""
                ['uint64', 'timestamp[ns]', 'list<element: float>', 'list<element: list<element: int16>>'] \
                [18446744073709551615, None] [1700000000123456789, None]
                [[[1, 2], None, []], None]
                [[0.10000000149011612], None] {"table":"t","description":"","metadata":{},"columns":[{"name":"u","shape":[]},\
                {"name":"t","shape":[]},{"name":"l","shape":[null],"unit":"GeV"},{"name":"n","shape":[null,null]}]}""");
    }
}
