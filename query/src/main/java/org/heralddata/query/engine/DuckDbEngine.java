package org.heralddata.query.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.duckdb.DuckDBChunkedResult;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.sky.Healpix;
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
    private final Streams streams;
    private final Copies copies;
    private final long mostScanned;
    private final RowQueries rows;
    private volatile CopyStatus status = CopyStatus.NONE;

    public DuckDbEngine(EngineOptions options) {
        this(options, CubeScan.MOST_ROWS);
    }

    /** @param mostScanned rows of which cubes are counted in one scan, at most */
    DuckDbEngine(EngineOptions options, long mostScanned) {
        this.mostScanned = mostScanned;
        database = new DuckDb(options);
        staff = new Staff(options);
        streams = new Streams(database, staff, options.streams());
        copies = new Copies(database);
        rows = new RowQueries(copies, streams, options.timeOut());
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
        return ask(
                "SELECT count(*) FROM %s WHERE %s".formatted(place.relation(cut, condition.used()), where),
                result -> result.next() ? result.getLong(1) : 0L);
    }

    @Override
    public List<long[]> histograms(Source source, Cut cut, List<Binning> axes) {
        Place place = copies.place(source);
        var condition = new CutSql(place);
        String where = condition.print(cut);
        var parts = new ArrayList<String>();
        for (int i = 0; i < axes.size(); i++) {
            parts.add("SELECT %d, bin_, count(*) FROM (%s) GROUP BY bin_"
                    .formatted(i, binned(place, cut, where, condition.used(), axes.get(i))));
        }
        return ask(String.join(" UNION ALL ", parts), result -> {
            List<long[]> counts =
                    axes.stream().map(axis -> new long[axis.bins() + 3]).collect(Collectors.toList());
            while (result.next()) {
                long[] axis = counts.get(result.getInt(1));
                int bin = result.getInt(2);
                axis[result.wasNull() ? axis.length - 1 : bin] = result.getLong(3);
            }
            return counts;
        });
    }

    private static String binned(Place place, Cut cut, String where, Set<String> condition, Binning axis) {
        PublishedColumn column = place.source().column(axis.column());
        Set<String> used = new TreeSet<>(condition);
        String x = number(column, used);
        String inner = column.shape().isScalar()
                ? "SELECT %s AS value_ FROM %s WHERE %s"
                : "SELECT unnest(%s) AS value_ FROM %s WHERE %s";
        return "SELECT %s AS bin_ FROM (%s)"
                .formatted(HistogramSql.bin(axis, "value_"), inner.formatted(x, place.relation(cut, used), where));
    }

    /** The cell, or the list of its elements, as floating-point numbers. */
    private static String number(PublishedColumn column, Set<String> used) {
        used.add(column.name());
        String name = Sql.name(column.name());
        String nanoseconds = "";
        if (HistogramSql.needsNanoseconds(column)) {
            used.add(column.name() + "_ns");
            nanoseconds = Sql.name(column.name() + "_ns");
        }
        if (column.shape().isScalar()) {
            return HistogramSql.number(column, name, nanoseconds);
        }
        String flat = ListSql.flat(name, column.shape());
        return nanoseconds.isEmpty()
                ? "list_transform(%s, lambda x_: %s)".formatted(flat, HistogramSql.number(column, "x_", ""))
                : "list_transform(list_zip(%s, %s), lambda x_: %s)"
                        .formatted(
                                flat,
                                ListSql.flat(nanoseconds, column.shape()),
                                HistogramSql.number(column, "x_[1]", "x_[2]"));
    }

    @Override
    public long[] histogram2d(Source source, Cut cut, Binning x, Binning y) {
        Place place = copies.place(source);
        var condition = new CutSql(place);
        String where = condition.print(cut);
        Set<String> used = new TreeSet<>(condition.used());
        PublishedColumn first = source.column(x.column());
        PublishedColumn second = source.column(y.column());
        String values = "SELECT %s AS x_, %s AS y_".formatted(number(first, used), number(second, used));
        int stride = y.bins() + 3;
        String sql = "SELECT %s AS i_, %s AS j_, count(*) FROM (%s FROM %s WHERE %s) GROUP BY i_, j_"
                .formatted(
                        HistogramSql.bin(x, "x_"), HistogramSql.bin(y, "y_"), values, place.relation(cut, used), where);
        return ask(sql, result -> {
            var counts = new long[(x.bins() + 3) * stride];
            while (result.next()) {
                int i = result.getInt(1);
                int row = result.wasNull() ? x.bins() + 2 : i;
                int j = result.getInt(2);
                int column = result.wasNull() ? y.bins() + 2 : j;
                counts[row * stride + column] = result.getLong(3);
            }
            return counts;
        });
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
            counts = askInVectors(scan.print(), scan::count);
        } else {
            String sql = new CubeSql(place, sampled).print(active, views, cuts);
            counts = askInVectors(sql, result -> CubeReader.read(result, active, views));
        }
        return new Cubes(rows, source.table().rows(), active, views, counts);
    }

    @Override
    public OptionalDouble leastPositive(Source source, String column) {
        Set<String> used = new TreeSet<>();
        PublishedColumn published = source.column(column);
        String x = number(published, used);
        String values = published.shape().isScalar() ? x : "unnest(" + x + ")";
        String sql = "SELECT min(value_) FROM (SELECT %s AS value_ FROM %s) WHERE value_ > 0 AND NOT isnan(value_)"
                .formatted(values, copies.place(source).relation(Cut.EVERYTHING, used));
        return ask(sql, result -> {
            double least = result.next() ? result.getDouble(1) : 0;
            return least > 0 ? OptionalDouble.of(least) : OptionalDouble.empty();
        });
    }

    @Override
    public Cells skyMap(Source source, Cut cut, int order) {
        String healpix = source.table().common().healpix();
        if (healpix == null) {
            throw new IllegalArgumentException(
                    "table %s has no directions".formatted(source.table().name()));
        }
        Place place = copies.place(source);
        var condition = new CutSql(place);
        String where = condition.print(cut);
        Set<String> used = new TreeSet<>(condition.used());
        used.add(healpix);
        String sql =
                "SELECT %s >> %d AS cell_, count(*) FROM %s WHERE %s GROUP BY cell_ ORDER BY cell_ NULLS FIRST LIMIT %d"
                        .formatted(
                                Sql.name(healpix),
                                2 * (Healpix.MAX_ORDER - order),
                                place.relation(cut, used),
                                where,
                                MAX_CELLS + 2);
        return ask(sql, result -> {
            var cells = new ArrayList<Long>();
            var counts = new ArrayList<Long>();
            long nulls = 0;
            while (result.next()) {
                long cell = result.getLong(1);
                if (result.wasNull()) {
                    nulls = result.getLong(2);
                } else {
                    cells.add(cell);
                    counts.add(result.getLong(2));
                }
            }
            return new Cells(cells, counts, nulls);
        });
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

    /** Reads an answer on a worker. */
    private interface Answer<T> {
        T read(ResultSet result) throws SQLException;
    }

    /** Reads an answer of many rows on a worker. */
    private interface VectorAnswer<T> {
        T read(DuckDBChunkedResult result) throws SQLException;
    }

    private <T> T askInVectors(String sql, VectorAnswer<T> answer) {
        var query = new Query(database, sql);
        Workers workers = staff.here();
        return workers.await(
                workers.start(() -> {
                    try (query) {
                        return answer.read(query.chunks());
                    }
                }),
                query::cancel);
    }

    private <T> T ask(String sql, Answer<T> answer) {
        var query = new Query(database, sql);
        Workers workers = staff.here();
        return workers.await(
                workers.start(() -> {
                    try (query;
                            ResultSet result = query.open()) {
                        return answer.read(result);
                    }
                }),
                query::cancel);
    }

    @Override
    public void close() {
        staff.close();
        database.close();
    }
}
