package org.heralddata.query.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.jspecify.annotations.Nullable;

/** Gathers rows of a result into batches. */
final class BatchReader {
    private static final int MAX_ELEMENTS = 500_000;

    private final List<Column> columns;
    private final int room;

    /** @param room rows of a batch that are expected */
    BatchReader(List<Column> columns, int room) {
        this.columns = columns;
        this.room = room;
    }

    /** The next rows; null after the last. */
    @Nullable
    Batch next(ResultSet result) throws SQLException {
        if (!result.next()) {
            return null;
        }
        CellGatherer[] cells = columns.stream()
                .map(c -> c.shape().isScalar()
                        ? CellGatherer.of(c.type(), room)
                        : new ListGatherer(c.type(), c.shape(), room))
                .toArray(CellGatherer[]::new);
        int rows = 0;
        int elements = 0;
        do {
            for (int i = 0; i < cells.length; i++) {
                if (cells[i] instanceof ListGatherer list) {
                    list.read(result, i + 1);
                    elements = Math.max(elements, list.elements());
                } else {
                    cells[i].read(result, i + 1);
                }
            }
            rows++;
        } while (rows < Batch.ROWS && elements < MAX_ELEMENTS && result.next());
        var vectors = new java.util.ArrayList<org.heralddata.model.table.Vector>(cells.length);
        for (CellGatherer cell : cells) {
            vectors.add(cell.vector());
        }
        return new Batch(rows, vectors);
    }
}
