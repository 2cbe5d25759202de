package org.heralddata.query.engine;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedSet;
import org.heralddata.model.selection.Cut;
import org.heralddata.query.CopyStatus;
import org.heralddata.query.RowStream;
import org.heralddata.query.RowsRequest.Order;
import org.heralddata.query.cube.CubeAxis;
import org.heralddata.query.cube.Cubes;
import org.jspecify.annotations.Nullable;

/**
 * Runs checked questions over the files of a release. Safe for many threads; may be called from virtual ones. Interrupting
 * the caller cancels its query.
 *
 * <p>Refuses when too many queries wait, when one takes too long or needs too much memory.
 */
public interface Engine extends AutoCloseable {

    /** Rows that pass. */
    long count(Source source, Cut cut);

    /**
     * Counts per bin, one list an axis: below, each bin, above, without a value ({@code bins + 3} numbers).
     *
     * <p>Bin {@code i} holds {@code edges[i] <= x < edges[i + 1]}, the last one also its upper edge.
     */
    List<long[]> histograms(Source source, Cut cut, List<Binning> axes);

    /**
     * Counts per pair of bins: {@code (x.bins + 3) * (y.bins + 3)} numbers, those of y running fastest, each axis as in
     * {@link #histograms}.
     */
    long[] histogram2d(Source source, Cut cut, Binning x, Binning y);

    /**
     * Cubes of linked views in one query.
     *
     * @param views   of the same length as {@code cuts}, which hold each for its own cube
     * @param sampled whether a sample of the rows will do, where there is one
     */
    Cubes cubes(Source source, CubeAxis active, List<CubeAxis> views, List<Cut> cuts, boolean sampled);

    /** The least value above 0 of a numeric column in all rows; empty if there is none. */
    OptionalDouble leastPositive(Source source, String column);

    /** Cells that an answer may have: all of order 8. */
    int MAX_CELLS = 786_432;

    /**
     * Rows per HEALPix cell, rising; {@code order} 0 to 29; the table must have a direction. If more than {@link #MAX_CELLS}
     * hold rows, the answer has more than that, but not all.
     */
    Cells skyMap(Source source, Cut cut, int order);

    /**
     * Rows that pass.
     *
     * @param outputs what each row shows, at least one; named by {@link Row#columns}
     * @param order   empty for the order of the files
     * @param limit   null for all
     */
    RowStream rows(Source source, Cut cut, Row outputs, List<Order> order, @Nullable Long limit, long offset);

    /** Rows that pass, in no order: those of a cone are so found without sorting them. */
    RowStream rowsInAnyOrder(Source source, Cut cut, Row outputs, @Nullable Long limit);

    /** Whether a range of cells is now found without reading all rows. */
    boolean sortedBySky(Source source);

    /** How far the copies of tables are that this engine reads. */
    CopyStatus status();

    /**
     * What stands after FROM in SQL of our own making: the files of a table, read by the names of its columns.
     *
     * @param columns names in the files ({@code t_ns} too); may be empty, when only rows count
     */
    String relation(Source source, SortedSet<String> columns);

    /** Keeps rows as a table in memory, to be closed; lists may not hold lists of timestamps. */
    MemoryTable keep(List<org.heralddata.model.table.Column> columns, BatchSource rows);

    /**
     * Rows of a query that was printed by us, never written by a user.
     *
     * @param columns what it gives, by position; timestamps as nanoseconds since 1970
     * @param timeOut until the first row, and between batches
     */
    RowStream run(String sql, List<org.heralddata.model.table.Column> columns, Duration timeOut);

    @Override
    void close();

    /** What rows show. {@code outputs} and {@code columns} have the same length. */
    record Row(List<org.heralddata.model.table.Column> columns, List<Output> outputs) {
        public Row {
            columns = List.copyOf(columns);
            outputs = List.copyOf(outputs);
        }
    }

    /**
     * @param nulls rows without a direction
     */
    record Cells(List<Long> cells, List<Long> counts, long nulls) {
        public Cells {
            cells = List.copyOf(cells);
            counts = List.copyOf(counts);
        }
    }
}
