package org.heralddata.query.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.jspecify.annotations.Nullable;

/** Batches of a query, in DuckDB's own vectors where they can be read so. For one thread at a time, a worker. */
final class DuckDbBatches {
    private final Query query;
    private final List<Column> columns;
    private final BatchReader reader;
    private final int room;
    private @Nullable ChunkReader chunks;
    private @Nullable ResultSet result;

    /**
     * @param query not begun; closed by the caller
     * @param room  rows of a batch that are expected, at least 1
     */
    DuckDbBatches(Query query, List<Column> columns, int room) {
        this.query = query;
        this.columns = columns;
        this.room = room;
        reader = new BatchReader(columns, room);
    }

    /** The next; empty after the last. */
    Optional<Batch> next() throws SQLException {
        try {
            if (chunks == null && result == null) {
                open();
            }
            ChunkReader vectors = chunks;
            ResultSet cells = result;
            query.requireWanted();
            return Optional.ofNullable(vectors != null ? vectors.next() : reader.next(Objects.requireNonNull(cells)));
        } catch (SQLException failed) {
            throw query.reason(failed);
        }
    }

    List<Batch> all() throws SQLException {
        var all = new ArrayList<Batch>();
        for (Optional<Batch> batch = next(); batch.isPresent(); batch = next()) {
            all.add(batch.get());
        }
        return all;
    }

    private void open() throws SQLException {
        if (ChunkReader.isFor(columns)) {
            var vectors = new ChunkReader(columns, query.chunks(), room);
            if (vectors.isReadable()) {
                chunks = vectors;
                return;
            }
            query.close();
        }
        result = query.open();
    }
}
