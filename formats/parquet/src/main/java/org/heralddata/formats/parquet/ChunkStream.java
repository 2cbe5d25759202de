package org.heralddata.formats.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;

/** The answer to one query, row by row in order, on a connection of its own. */
final class ChunkStream implements Closeable {
    private final String file;
    private final DuckDBConnection connection;
    private final DuckDBPreparedStatement statement;
    private final DuckDBChunkedResult result;
    private @Nullable DuckDBDataChunkReader chunk;
    private int at;
    private int rows;
    private boolean ended;
    private boolean closed;

    ChunkStream(String file, DuckDBConnection shared, String sql) {
        this.file = file;
        try {
            connection = shared.duplicate();
            try {
                statement = connection.prepare(sql);
                result = statement.query();
            } catch (SQLException failed) {
                connection.close();
                throw failed;
            }
        } catch (SQLException failed) {
            throw damaged(file, failed);
        }
    }

    static Refusal damaged(String file, Exception cause) {
        String words = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return new Refusal(
                Diagnostic.error(
                                ParquetCode.DAMAGED,
                                "the Parquet file is damaged or cut off",
                                new Location.InFile(file, null, -1))
                        .helped("fetch or make it again; what the decoder found: " + words),
                cause);
    }

    /**
     * Moves up to {@code most} rows into the gatherers, one a column.
     *
     * @return rows moved; 0 after the last
     */
    int move(List<Gather> columns, int most) {
        int moved = 0;
        while (moved < most) {
            DuckDBDataChunkReader current = current();
            if (current == null) {
                return moved;
            }
            int count = Math.min(most - moved, rows - at);
            for (int c = 0; c < columns.size(); c++) {
                columns.get(c).add(current.vector(c), at, at + count);
            }
            at += count;
            moved += count;
        }
        return moved;
    }

    private @Nullable DuckDBDataChunkReader current() {
        try {
            while (!ended && at == rows) {
                at = 0;
                ended = !result.nextChunk();
                chunk = ended ? null : result.chunk();
                rows = chunk == null ? 0 : (int) chunk.rowCount();
            }
            return chunk;
        } catch (RuntimeException failed) {
            throw damaged(file, failed);
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (connection;
                statement;
                result) {
            chunk = null;
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }
}
