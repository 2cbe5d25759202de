package org.heralddata.query.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import org.heralddata.query.cube.CubeAxis;

/** Reads the rows of {@link CubeSql} into arrays. */
final class CubeReader {

    private CubeReader() {}

    static List<int[]> read(DuckDBChunkedResult result, CubeAxis active, List<CubeAxis> views) throws SQLException {
        List<int[]> counts = new ArrayList<>();
        for (CubeAxis view : views) {
            counts.add(new int[active.size() * view.size()]);
        }
        while (result.nextChunk()) {
            DuckDBDataChunkReader chunk = result.chunk();
            DuckDBReadableVector cube = chunk.vector(0);
            DuckDBReadableVector at = chunk.vector(1);
            DuckDBReadableVector rows = chunk.vector(2);
            long size = chunk.rowCount();
            for (int row = 0; row < size; row++) {
                counts.get(cube.getInt(row))[at.getInt(row)] += (int) rows.getLong(row);
            }
        }
        ChunkFailures.check(result);
        return counts;
    }
}
