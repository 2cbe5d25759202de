package org.heralddata.query.sky;

import java.util.List;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.query.RowStream;
import org.jspecify.annotations.Nullable;

/** Rows of a kept table on their way. */
final class KeptRows implements RowStream {
    private final KeptTable table;
    private final List<String> names;
    private final int[] rows;
    private int next;

    KeptRows(KeptTable table, List<String> names, int[] rows) {
        this.table = table;
        this.names = names;
        this.rows = rows;
    }

    @Override
    public List<Column> columns() {
        return names.stream().map(table::column).toList();
    }

    @Override
    public @Nullable Batch next() {
        if (next == rows.length) {
            return null;
        }
        int from = next;
        next = Math.min(rows.length, from + Batch.ROWS);
        return table.rows(names, rows, from, next);
    }

    @Override
    public void close() {}
}
