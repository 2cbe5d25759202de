package org.heralddata.formats.root;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heralddata.testkit.Tables.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.heralddata.formats.root.write.RootTableWriter;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableHeader;
import org.heralddata.testkit.Tables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Herald's own files come back as they were: names, types, shapes, units, nulls, bytes, times. */
final class WrittenFilesTest {
    private static final List<Column> COLUMNS = List.of(
            new Column("zenith angle", ColumnType.FLOAT64, Shape.SCALAR, "deg", "pos.az.zd", "Zenith angle"),
            Column.of("time", ColumnType.TIMESTAMP),
            Column.of("nmu", ColumnType.INT32).withUnit(null),
            Column.of("name", ColumnType.STRING),
            Column.of("raw", ColumnType.BYTES),
            Column.of("core", ColumnType.FLOAT32).withShape(Shape.of(2)).withUnit("m"),
            Column.of("hits", ColumnType.FLOAT64).withShape(new Shape(List.of(Shape.VARIES, 2))),
            Column.of("tracks", ColumnType.INT16).withShape(new Shape(List.of(Shape.VARIES, Shape.VARIES))),
            Column.of("words", ColumnType.STRING).withShape(Shape.LIST));
    private static final List<List<@Nullable Object>> ROWS = List.of(
            row(
                    12.5,
                    1_000_000_001L,
                    3L,
                    "first",
                    "00ff",
                    List.of(1.0, 2.0),
                    List.of(1.0, 2.0, 3.0, 4.0),
                    List.of(List.of(1L), List.of()),
                    List.of("a", "")),
            row(null, 2L, null, null, null, List.of(-1.0, 0.5), null, List.of(), List.of()),
            row(
                    0.25,
                    -5L,
                    7L,
                    "µ",
                    "",
                    List.of(0.0, 0.0),
                    List.of(),
                    List.of(List.of(2L, 3L), List.of(4L)),
                    List.of("é")));

    @Test
    void comeBackAsTheyWere(@TempDir Path folder) throws IOException {
        var header = new TableHeader(
                "events",
                "Air showers",
                OptionalLong.of(ROWS.size()),
                COLUMNS,
                new LinkedHashMap<>(Map.of("licence", "CC-BY-4.0")));
        Path path = Files.write(
                folder.resolve("out.root"),
                Tables.write(new RootTableWriter(), header, List.of(Tables.batch(COLUMNS, ROWS))));
        try (TableFile file = new RootTableReader().open(path, ReadOptions.NONE)) {
            assertThat(file.notices()).isEmpty();
            assertThat(file.metadata()).containsEntry("licence", "CC-BY-4.0");
            SourceTable table = file.tables().getFirst();
            assertThat(table.name()).isEqualTo("events");
            assertThat(table.metadata()).containsExactly(Map.entry("title", "Air showers"));
            assertThat(table.columns()).isEqualTo(COLUMNS);
            assertThat(Tables.read(file, "events")).isEqualTo(ROWS);
        }
    }
}
