package org.heralddata.query.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.heralddata.query.RowStream;
import org.heralddata.query.Showers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChunkReaderTest {
    @TempDir
    static Path folder;

    private static Source source;
    private static DuckDbEngine engine;

    @BeforeAll
    static void open() throws Exception {
        source = Showers.in(folder.resolve("wh"), SortOrder.TIME).source();
        engine = new DuckDbEngine(new EngineOptions(
                List.of(folder.resolve("wh")), folder.resolve("tmp"), 2, 512, 2, 8, 4, Duration.ofSeconds(30)));
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    private static Engine.Row row(List<PublishedColumn> columns) {
        return new Engine.Row(
                columns.stream().map(PublishedColumn::toColumn).toList(),
                columns.stream().map(c -> (Output) new Output.Cell(c.name())).toList());
    }

    private static List<List<@Nullable Object>> cells(RowStream stream, int columns) {
        var rows = new ArrayList<List<@Nullable Object>>();
        try (stream) {
            for (Batch batch = stream.next(); batch != null; batch = stream.next()) {
                assertThat(batch.rows()).isLessThanOrEqualTo(Batch.ROWS);
                for (int row = 0; row < batch.rows(); row++) {
                    var cells = new ArrayList<@Nullable Object>();
                    for (Vector vector : batch.vectors().subList(0, columns)) {
                        cells.add(cell(vector, row));
                    }
                    rows.add(cells);
                }
            }
        }
        return rows;
    }

    private static @Nullable Object cell(Vector vector, int row) {
        if (vector.isNull(row)) {
            return null;
        }
        return switch (vector) {
            case Vector.Longs longs -> longs.values()[row];
            case Vector.Doubles doubles -> doubles.values()[row];
            case Vector.Strings strings -> strings.values()[row];
            case Vector.Blobs _, Vector.Lists _ -> throw new IllegalArgumentException("not compared");
        };
    }

    @Test
    void readsWhatCellByCellIsRead() {
        List<PublishedColumn> all = source.table().columns();
        List<PublishedColumn> scalars = all.stream()
                .filter(c -> c.shape().isScalar() && c.type() != ColumnType.BYTES)
                .toList();
        assertThat(ChunkReader.isFor(row(scalars).columns())).isTrue();
        var withBytes = new ArrayList<>(scalars);
        all.stream().filter(c -> c.type() == ColumnType.BYTES).forEach(withBytes::add);
        assertThat(ChunkReader.isFor(row(withBytes).columns())).isFalse();
        var vectors = engine.rows(source, Cut.EVERYTHING, row(scalars), List.of(), null, 0);
        var bytes = engine.rows(source, Cut.EVERYTHING, row(withBytes), List.of(), null, 0);
        assertThat(cells(vectors, scalars.size())).hasSize(2000).isEqualTo(cells(bytes, scalars.size()));
    }

    private static List<List<@Nullable Object>> asked(String sql, ColumnType... types) {
        List<Column> columns =
                Arrays.stream(types).map(type -> Column.of("c", type)).toList();
        return cells(engine.run(sql, columns, Duration.ofSeconds(10)), types.length);
    }

    @Test
    void readsEveryNumber() {
        String sql =
                "SELECT true, 1::TINYINT, (-2)::SMALLINT, 3, 4::BIGINT, 5::HUGEINT, 18446744073709551615::DECIMAL(20,0), 1.5::FLOAT, "
                        + "'NaN'::DOUBLE, 2::HUGEINT, NULL::DOUBLE, 2.5::DECIMAL(4,2), 7";
        var types = new ColumnType[] {
            ColumnType.BOOL,
            ColumnType.INT8,
            ColumnType.INT16,
            ColumnType.INT32,
            ColumnType.INT64,
            ColumnType.INT64,
            ColumnType.UINT64,
            ColumnType.FLOAT32,
            ColumnType.FLOAT64,
            ColumnType.FLOAT64,
            ColumnType.FLOAT64,
            ColumnType.FLOAT64,
            ColumnType.FLOAT64
        };
        assertThat(asked(sql, types))
                .isEqualTo(List.of(Arrays.asList(1L, 1L, -2L, 3L, 4L, 5L, -1L, 1.5, Double.NaN, 2.0, null, 2.5, 7.0)));
    }

    @Test
    void leavesOtherTypesToTheDriver() {
        assertThat(asked("SELECT DATE '2020-01-02'", ColumnType.STRING)).isEqualTo(List.of(List.of("2020-01-02")));
    }

    @Test
    void readsManyAndNone() {
        assertThat(asked("SELECT i, 'é' || i FROM range(20000) t(i)", ColumnType.INT64, ColumnType.STRING))
                .hasSize(20_000)
                .last()
                .isEqualTo(List.of(19_999L, "é19999"));
        assertThat(asked("SELECT 1 WHERE false", ColumnType.INT32)).isEmpty();
    }

    @Test
    void tellsAFailureInTheMiddle() {
        assertThatThrownBy(() -> asked(
                        "SELECT CAST(CASE WHEN i = 50000 THEN 'x' ELSE '1' END AS INTEGER) FROM range(100000) t(i)",
                        ColumnType.INT32))
                .hasStackTraceContaining("Could not convert string 'x'");
    }

    @Test
    void aResultThatFailsHalfWayIsNeverTakenForTheWhole() {
        String failing = "SELECT CAST(CASE WHEN i < 29000000 THEN 1 ELSE i END AS SMALLINT) FROM range(30000000) t(i)";
        long[] seen = new long[1];
        assertThatThrownBy(() -> {
                    try (RowStream rows =
                            engine.run(failing, List.of(Column.of("s", ColumnType.INT16)), Duration.ofSeconds(30))) {
                        for (Batch batch = rows.next(); batch != null; batch = rows.next()) {
                            seen[0] += batch.rows();
                        }
                    }
                })
                .hasStackTraceContaining("out of range");
        assertThat(seen[0]).isBetween(1L, 29_000_000L);
    }
}
