package org.heralddata.query.engine;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import org.heralddata.model.selection.Cut;

/**
 * Counts histograms of few rows in one scan: DuckDB gives the values that pass, the counting is done here. An expression for the number of a bin costs DuckDB some
 * twenty steps a value, and of a small table more to plan than the rows to read.
 */
final class HistogramScan {
    private static final int CHUNK = 2048;

    private final Place place;
    private final Cut cut;
    private final List<Binning> axes;
    private final BinFinder[] bins;

    /** @param axes of single values; or one alone, of lists */
    HistogramScan(Place place, Cut cut, List<Binning> axes) {
        this.place = place;
        this.cut = cut;
        this.axes = axes;
        bins = axes.stream().map(BinFinder::new).toArray(BinFinder[]::new);
    }

    /** Rows of values, one column an axis. */
    String print() {
        var condition = new CutSql(place);
        String where = condition.print(cut);
        Set<String> used = new TreeSet<>(condition.used());
        String values = axes.stream()
                .map(axis -> HistogramSql.value(place.source().column(axis.column()), used))
                .collect(Collectors.joining(", "));
        return "SELECT %s FROM %s WHERE %s".formatted(values, place.relation(cut, used), where);
    }

    /** Counts of each axis: below, bins, above, none. */
    List<long[]> each(DuckDBChunkedResult result) throws SQLException {
        List<long[]> counts =
                axes.stream().map(axis -> new long[axis.bins() + 3]).toList();
        read(result, (places, size) -> {
            for (int axis = 0; axis < places.length; axis++) {
                long[] into = counts.get(axis);
                for (int row = 0; row < size; row++) {
                    into[places[axis][row]]++;
                }
            }
        });
        return counts;
    }

    /** Counts of two axes: those of the second for each place on the first. */
    long[] pairs(DuckDBChunkedResult result) throws SQLException {
        int stride = bins[1].size();
        var counts = new long[bins[0].size() * stride];
        read(result, (places, size) -> {
            for (int row = 0; row < size; row++) {
                counts[places[0][row] * stride + places[1][row]]++;
            }
        });
        return counts;
    }

    /** Takes the places of some rows, one array an axis. */
    private interface Places {
        void take(int[][] places, int rows);
    }

    private void read(DuckDBChunkedResult result, Places taker) throws SQLException {
        var places = new int[bins.length][CHUNK];
        while (result.nextChunk()) {
            DuckDBDataChunkReader chunk = result.chunk();
            int size = (int) chunk.rowCount();
            for (int axis = 0; axis < bins.length; axis++) {
                find(chunk.vector(axis), bins[axis], places[axis], size);
            }
            taker.take(places, size);
        }
        ChunkFailures.check(result);
    }

    private static void find(DuckDBReadableVector vector, BinFinder bins, int[] places, int size) {
        for (int row = 0; row < size; row++) {
            places[row] = vector.isNull(row) ? bins.none() : bins.of(vector.getDouble(row));
        }
    }
}
