package org.heralddata.query.adql;

import java.util.List;
import org.heralddata.model.table.Column;
import org.heralddata.query.engine.MemoryTable;

/**
 * A user's table, kept by the engine for as long as whoever made it wants ({@link AdqlService#upload}). Closed, queries that
 * still read it see it to the end.
 *
 * @param name    in the query: {@code tap_upload.<name>}
 * @param columns as they came; {@code point} and other geometries are lists
 */
public record UploadedTable(String name, List<Column> columns, MemoryTable table) implements AutoCloseable {

    public UploadedTable {
        columns = List.copyOf(columns);
    }

    @Override
    public void close() {
        table.close();
    }
}
