package org.heralddata.query.engine;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.table.Column;
import org.heralddata.query.CopyStatus;
import org.heralddata.query.RowStream;
import org.heralddata.query.RowsRequest.Order;
import org.heralddata.query.cube.CubeAxis;
import org.heralddata.query.cube.Cubes;
import org.jspecify.annotations.Nullable;

/** DuckDB in this process, over Parquet files. */
public final class DuckDbEngine implements Engine {
    private final DuckDb database;
    private final Staff staff;
    private final Questions questions;
    private final Streams streams;
    private final Copies copies;
    private final long mostScanned;
    private final RowQueries rows;
    private final HistogramQueries histograms;
    private final SkyQueries sky;
    private volatile CopyStatus status = CopyStatus.NONE;

    public DuckDbEngine(EngineOptions options) {
        this(options, CubeScan.MOST_ROWS);
    }

    /** @param mostScanned rows of which cubes, histograms and cells are counted in one scan, at most */
    DuckDbEngine(EngineOptions options, long mostScanned) {
        this.mostScanned = mostScanned;
        database = new DuckDb(options);
        staff = new Staff(options);
        questions = new Questions(database, staff);
        streams = new Streams(database, staff, options.streams());
        copies = new Copies(database);
        rows = new RowQueries(copies, streams, options.timeOut());
        // what is scanned is read in chunks
        long scanned = ChunkFailures.areTold() ? mostScanned : 0;
        histograms = new HistogramQueries(questions, scanned);
        sky = new SkyQueries(questions, scanned);
    }

    Copies copies() {
        return copies;
    }

    void tell(CopyStatus now) {
        status = now;
    }

    @Override
    public CopyStatus status() {
        return status;
    }

    @Override
    public boolean sortedBySky(Source source) {
        return copies.place(source).sortedBySky();
    }

    @Override
    public long count(Source source, Cut cut) {
        if (cut.equals(Cut.EVERYTHING)) {
            return source.table().rows();
        }
        Place place = copies.place(source);
        var condition = new CutSql(place);
        String where = condition.print(cut);
        return questions.ask(
                "SELECT count(*) FROM %s WHERE %s".formatted(place.relation(cut, condition.used()), where),
                result -> result.next() ? result.getLong(1) : 0L);
    }

    @Override
    public List<long[]> histograms(Source source, Cut cut, List<Binning> axes) {
        return histograms.histograms(copies.place(source), cut, axes);
    }

    @Override
    public long[] histogram2d(Source source, Cut cut, Binning x, Binning y) {
        return histograms.histogram2d(copies.place(source), cut, x, y);
    }

    @Override
    public Cubes cubes(Source source, CubeAxis active, List<CubeAxis> views, List<Cut> cuts, boolean sampled) {
        Place place = copies.place(source);
        Copy copy = place.copy();
        long rows = sampled && copy != null && copy.sampled() > 0
                ? copy.sampled()
                : source.table().rows();
        List<int[]> counts;
        if (rows <= mostScanned && CubeScan.suits(cuts)) {
            var scan = new CubeScan(place, sampled, active, views, cuts);
            counts = questions.askInVectors(scan.print(), scan::count);
        } else {
            String sql = new CubeSql(place, sampled).print(active, views, cuts);
            counts = questions.askInVectors(sql, result -> CubeReader.read(result, active, views));
        }
        return new Cubes(rows, source.table().rows(), active, views, counts);
    }

    @Override
    public OptionalDouble leastPositive(Source source, String column) {
        Set<String> used = new TreeSet<>();
        String value = HistogramSql.value(source.column(column), used);
        String sql = "SELECT min(value_) FROM (SELECT %s AS value_ FROM %s) WHERE value_ > 0 AND NOT isnan(value_)"
                .formatted(value, copies.place(source).relation(Cut.EVERYTHING, used));
        return questions.ask(sql, result -> {
            double least = result.next() ? result.getDouble(1) : 0;
            return least > 0 ? OptionalDouble.of(least) : OptionalDouble.empty();
        });
    }

    @Override
    public Cells skyMap(Source source, Cut cut, int order) {
        return sky.skyMap(copies.place(source), cut, order);
    }

    @Override
    public RowStream rows(Source source, Cut cut, Row row, List<Order> order, @Nullable Long limit, long offset) {
        return rows.rows(source, cut, row, order, limit, offset);
    }

    @Override
    public RowStream rowsInAnyOrder(Source source, Cut cut, Row row, @Nullable Long limit) {
        return rows.rowsInAnyOrder(source, cut, row, limit);
    }

    @Override
    public String relation(Source source, SortedSet<String> columns) {
        return copies.place(source).relation(Cut.EVERYTHING, columns);
    }

    @Override
    public MemoryTable keep(List<Column> columns, BatchSource rows) {
        return DuckDbMemoryTable.of(database, staff.here(), columns, rows);
    }

    @Override
    public RowStream run(String sql, List<Column> columns, Duration patience) {
        return streams.open(sql, columns, patience);
    }

    @Override
    public void close() {
        staff.close();
        database.close();
    }
}
