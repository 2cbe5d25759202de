package org.heralddata.formats.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableFile;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableReader;
import org.heralddata.testkit.TableReaderContract;
import org.heralddata.testkit.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetReaderTest extends TableReaderContract {

    @Override
    protected TableReader reader() {
        return new ParquetReader();
    }

    @Override
    protected Path sample(Path folder) throws IOException {
        List<Column> columns = List.of(
                Column.of("id", ColumnType.INT64),
                Column.of("e", ColumnType.FLOAT64),
                Column.of("kind", ColumnType.STRING),
                Column.of("hits", ColumnType.INT32).withShape(Shape.LIST));
        var header = new TableHeader("events", "", OptionalLong.empty(), columns, new LinkedHashMap<>());
        var rows = List.of(
                Tables.row(1L, 1.5, "g", List.of(1L, 2L)),
                Tables.row(2L, null, null, List.of()),
                Tables.row(3L, 2.5, "h", null),
                Tables.row(4L, 3.5, "h", List.of(7L)));
        byte[] bytes = Tables.write(new ParquetWriter(), header, List.of(Tables.batch(columns, rows)));
        return Files.write(folder.resolve("sample it's [1].parquet"), bytes);
    }

    /** DuckDB reads as many rows as the groups have, whatever the metadata of the file tell. */
    @Test
    void refusesWhereRowsAreNotAsManyAsTold(@TempDir Path folder) throws IOException {
        Path file = sample(folder);
        byte[] whole = Files.readAllBytes(file);
        var told = new ArrayList<String>();
        for (int at = whole.length - 9; at > 4; at--) {
            // Thrift: an integer of 64 bits in the next field, 4 in zigzag
            if (whole[at] == 0x16 && whole[at + 1] == 8) {
                for (byte other : new byte[] {6, 10}) {
                    byte[] bytes = whole.clone();
                    bytes[at + 1] = other;
                    Files.write(file, bytes);
                    told.add(outcome(file));
                }
            }
        }
        assertThat(told)
                .contains(
                        "there are more rows than the 3 that the file tells of",
                        "only 4 rows are there of 5 that the file tells of")
                .doesNotContain("other rows");
    }

    private String outcome(Path file) throws IOException {
        try (TableFile opened = reader().open(file, ReadOptions.NONE)) {
            SourceTable table = opened.tables().getFirst();
            int rows = Tables.read(opened, table.name()).size();
            return table.rows().orElseThrow() == rows ? "as many rows" : "other rows";
        } catch (Refusal refusal) {
            return refusal.diagnostics().getFirst().message();
        }
    }
}
