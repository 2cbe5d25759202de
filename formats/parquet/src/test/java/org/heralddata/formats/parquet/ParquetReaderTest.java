package org.heralddata.formats.parquet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableReader;
import org.heralddata.testkit.TableReaderContract;
import org.heralddata.testkit.Tables;

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
}
