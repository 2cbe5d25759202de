package org.heralddata.query.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Gathers a result that is scalars into batches, column by column out of DuckDB's vectors: half the work of asking for cell after
 * cell.
 */
final class ChunkReader {
    /** Rows of one of DuckDB's chunks at most. */
    private static final int CHUNK = 2048;

    private final List<Column> columns;
    private final DuckDBChunkedResult result;
    private final int room;
    private boolean more;

    /**
     * Fetches the first rows.
     *
     * @param room rows of a batch that are expected
     */
    ChunkReader(List<Column> columns, DuckDBChunkedResult result, int room) throws SQLException {
        this.columns = columns;
        this.result = result;
        this.room = room;
        more = fetched();
    }

    private boolean fetched() throws SQLException {
        if (result.nextChunk()) {
            return true;
        }
        ChunkFailures.check(result);
        return false;
    }

    /** Whether such columns may be read so; {@link #isReadable} tells of the result. */
    static boolean isFor(List<Column> columns) {
        return ChunkFailures.areTold()
                && columns.stream().allMatch(c -> c.shape().isScalar() && c.type() != ColumnType.BYTES);
    }

    /** Whether DuckDB's types are such that all values can be read. */
    boolean isReadable() {
        if (!more) {
            return true;
        }
        DuckDBDataChunkReader chunk = result.chunk();
        for (int i = 0; i < columns.size(); i++) {
            boolean text = chunk.vector(i).getType() == DuckDBColumnType.VARCHAR;
            if (columns.get(i).type() == ColumnType.STRING
                    ? !text
                    : !isNumber(chunk.vector(i).getType())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(DuckDBColumnType type) {
        return switch (type) {
            case BOOLEAN, TINYINT, SMALLINT, INTEGER, BIGINT, HUGEINT, DECIMAL, FLOAT, DOUBLE -> true;
            default -> false;
        };
    }

    /** The next rows; null after the last. */
    @Nullable
    Batch next() throws SQLException {
        if (!more) {
            return null;
        }
        CellGatherer[] cells =
                columns.stream().map(c -> CellGatherer.of(c.type(), room)).toArray(CellGatherer[]::new);
        int rows = 0;
        do {
            DuckDBDataChunkReader chunk = result.chunk();
            int count = (int) chunk.rowCount();
            for (int i = 0; i < cells.length; i++) {
                cells[i].read(chunk.vector(i), count);
            }
            rows += count;
            more = fetched();
        } while (more && rows + CHUNK <= Batch.ROWS);
        List<Vector> vectors = new ArrayList<>(cells.length);
        for (CellGatherer cell : cells) {
            vectors.add(cell.vector());
        }
        return new Batch(rows, vectors);
    }

    static long whole(DuckDBReadableVector vector, DuckDBColumnType type, int row) {
        return switch (type) {
            case BIGINT -> vector.getLong(row);
            case INTEGER -> vector.getInt(row);
            case SMALLINT -> vector.getShort(row);
            case TINYINT -> vector.getByte(row);
            case BOOLEAN -> vector.getBoolean(row) ? 1 : 0;
            case HUGEINT -> vector.getHugeInt(row).longValue();
            case DECIMAL -> vector.getBigDecimal(row).longValue();
            case FLOAT, DOUBLE -> (long) real(vector, type, row);
            default -> throw new IllegalStateException("no number: " + type);
        };
    }

    static double real(DuckDBReadableVector vector, DuckDBColumnType type, int row) {
        return switch (type) {
            case DOUBLE -> vector.getDouble(row);
            case FLOAT -> vector.getFloat(row);
            case HUGEINT -> vector.getHugeInt(row).doubleValue();
            case DECIMAL -> vector.getBigDecimal(row).doubleValue();
            default -> whole(vector, type, row);
        };
    }
}
