package org.heralddata.serve.portal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.heralddata.model.access.Viewer;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.catalogue.Restriction;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;
import org.heralddata.model.unit.Unit;
import org.heralddata.query.CopyStatus;
import org.heralddata.query.Count;
import org.heralddata.query.DataService;
import org.heralddata.query.Estimate;
import org.heralddata.query.EventCount;
import org.heralddata.query.EventRows;
import org.heralddata.query.EventsRequest;
import org.heralddata.query.Export;
import org.heralddata.query.ExportForm;
import org.heralddata.query.Histogram;
import org.heralddata.query.Histogram2d;
import org.heralddata.query.HistogramSpec;
import org.heralddata.query.QueryCode;
import org.heralddata.query.RowStream;
import org.heralddata.query.RowsRequest;
import org.heralddata.query.Selection;
import org.heralddata.query.SkyMap;
import org.heralddata.query.TableRef;
import org.heralddata.query.cube.CubeQuestion;
import org.heralddata.query.cube.PackedCubes;
import org.heralddata.query.cuts.CutJson;
import org.heralddata.query.cuts.CutSchema;
import org.heralddata.query.cuts.CutText;
import org.heralddata.query.cuts.Cuts;
import org.heralddata.query.publication.PublishedCollection;
import org.heralddata.query.publication.PublishedRelease;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.WriteOption;
import org.jspecify.annotations.Nullable;

/** Answers from {@link FakeCollections}, by plain loops. */
public final class FakeData implements DataService {
    private final @Nullable FakeCollections all;

    /** @param all null for a home without collections */
    public FakeData(@Nullable FakeCollections all) {
        this.all = all;
    }

    private FakeTable fake(CollectionId id) {
        return Objects.requireNonNull(Objects.requireNonNull(all).tables.get(id.value()));
    }

    @Override
    public List<Release> collections() {
        return published().stream()
                .flatMap(c -> c.current().stream())
                .map(PublishedRelease::release)
                .toList();
    }

    @Override
    public List<PublishedCollection> published() {
        return all == null ? List.of() : all.published();
    }

    @Override
    public List<Release> releases(CollectionId collection) {
        List<Release> found = published().stream()
                .filter(c -> c.id().equals(collection) && c.current().isPresent())
                .flatMap(c -> c.releases().stream())
                .filter(PublishedRelease::isGivenOut)
                .map(PublishedRelease::release)
                .toList();
        if (found.isEmpty()) {
            throw new Refusal(
                    Diagnostic.error(QueryCode.NO_COLLECTION, "there is no collection `%s`".formatted(collection)));
        }
        return found;
    }

    @Override
    public Release latest(CollectionId collection) {
        return releases(collection).getFirst();
    }

    @Override
    public Release release(TableRef ref) {
        return Requested.release(releases(ref.collection()), ref.collection(), ref.release());
    }

    @Override
    public PublishedTable table(TableRef ref) {
        return release(ref)
                .table(ref.table())
                .orElseThrow(() -> new Refusal(
                        Diagnostic.error(QueryCode.NO_TABLE, "there is no table `%s`".formatted(ref.table()))));
    }

    @Override
    public Selection selection(TableRef ref, String where) {
        Cut cut = Cuts.read(where, CutSchema.of(table(ref)));
        return new Selection(cut, CutText.of(cut), CutJson.of(cut));
    }

    private int[] passing(TableRef ref, String where) {
        Cut cut = selection(ref, where).cut();
        FakeTable table = fake(ref.collection());
        return IntStream.range(0, table.rows())
                .filter(row -> FakeCut.passes(table, row, cut))
                .toArray();
    }

    @Override
    public Count count(TableRef ref, String where) {
        return new Count(passing(ref, where).length, fake(ref.collection()).rows());
    }

    @Override
    public Estimate estimate(TableRef ref, RowsRequest request) {
        Count count = count(ref, request.where());
        int columns = columns(ref, request.columns()).size();
        return new Estimate(count.rows(), count.of(), sizes(columns, count.rows()));
    }

    private SequencedMap<String, Estimate.Size> sizes(int columns, long rows) {
        var sizes = new LinkedHashMap<String, Estimate.Size>();
        for (String format : exportFormats()) {
            sizes.put(format, new Estimate.Size(rows * columns * (format.equals("csv") ? 11 : 8) + 900, rows * 3e-6));
        }
        return sizes;
    }

    @Override
    public SequencedMap<String, Estimate.Size> sizes(TableHeader header, long rows) {
        return sizes(header.columns().size(), rows);
    }

    @Override
    public List<Histogram> histograms(TableRef ref, String where, List<HistogramSpec> specs) {
        int[] rows = passing(ref, where);
        return specs.stream().map(spec -> histogram(ref, rows, spec)).toList();
    }

    private Histogram histogram(TableRef ref, int[] rows, HistogramSpec spec) {
        PublishedColumn column = table(ref).column(spec.column()).orElseThrow();
        FakeTable table = fake(ref.collection());
        double[] edges = edges(spec, column);
        long[] counts = new long[spec.bins()];
        long[] outside = new long[3];
        for (int row : rows) {
            int bin = bin(edges, table.number(spec.column(), row));
            if (bin < 0) {
                outside[-1 - bin]++;
            } else {
                counts[bin]++;
            }
        }
        String unit =
                column.type() == ColumnType.TIMESTAMP ? "ns" : column.unit().symbol();
        return new Histogram(
                spec,
                unit,
                DoubleStream.of(edges).boxed().toList(),
                LongStream.of(counts).boxed().toList(),
                outside[0],
                outside[1],
                outside[2]);
    }

    private static double[] edges(HistogramSpec spec, PublishedColumn column) {
        Double from = spec.min() == null ? column.statistics().min() : spec.min();
        Double to = spec.max() == null ? column.statistics().max() : spec.max();
        double min = from == null ? 0 : from;
        double max = to == null || to <= min ? min + 1 : to;
        IntToDoubleFunction edge = spec.scale() == HistogramSpec.Scale.LOG
                ? i -> min * Math.pow(max / min, (double) i / spec.bins())
                : i -> min + (max - min) * i / spec.bins();
        return IntStream.rangeClosed(0, spec.bins()).mapToDouble(edge).toArray();
    }

    /** -1 under, -2 over, -3 no value. */
    private static int bin(double[] edges, double value) {
        int last = edges.length - 1;
        if (Double.isNaN(value)) {
            return -3;
        }
        if (value < edges[0]) {
            return -1;
        }
        if (value > edges[last]) {
            return -2;
        }
        int found = java.util.Arrays.binarySearch(edges, value);
        return Math.min(last - 1, found >= 0 ? found : -found - 2);
    }

    @Override
    public Histogram2d histogram2d(TableRef ref, String where, HistogramSpec x, HistogramSpec y) {
        FakeTable table = fake(ref.collection());
        PublishedTable published = table(ref);
        double[] xs = edges(x, published.column(x.column()).orElseThrow());
        double[] ys = edges(y, published.column(y.column()).orElseThrow());
        long[][] counts = new long[x.bins()][y.bins()];
        long nulls = 0;
        for (int row : passing(ref, where)) {
            int i = bin(xs, table.number(x.column(), row));
            int j = bin(ys, table.number(y.column(), row));
            if (i < 0 || j < 0) {
                nulls++;
            } else {
                counts[i][j]++;
            }
        }
        return new Histogram2d(
                x,
                y,
                "",
                "",
                DoubleStream.of(xs).boxed().toList(),
                DoubleStream.of(ys).boxed().toList(),
                java.util.Arrays.stream(counts)
                        .map(c -> LongStream.of(c).boxed().toList())
                        .toList(),
                0,
                nulls);
    }

    @Override
    public SkyMap skyMap(TableRef ref, String where, int order) {
        var counts = new TreeMap<Long, Long>();
        sky(ref, passing(ref, where), order, counts);
        return new SkyMap(order, List.copyOf(counts.keySet()), List.copyOf(counts.values()), 0, List.of());
    }

    @Override
    public PackedCubes cubes(TableRef ref, CubeQuestion question) {
        FakeTable table = fake(ref.collection());
        var cuts = new java.util.HashMap<String, Cut>();
        return new FakeCubes(table, table(ref))
                .of(
                        question,
                        (row, where) -> FakeCut.passes(
                                table,
                                row,
                                cuts.computeIfAbsent(
                                        where, w -> selection(ref, w).cut())));
    }

    private void sky(TableRef ref, int[] rows, int order, Map<Long, Long> counts) {
        FakeTable table = fake(ref.collection());
        for (int row : rows) {
            counts.merge(FakeCollections.cell(table, row, order), 1L, Long::sum);
        }
    }

    private List<PublishedColumn> columns(TableRef ref, List<String> names) {
        PublishedTable table = table(ref);
        return names.isEmpty()
                ? table.columns()
                : names.stream()
                        .map(n -> table.column(n)
                                .orElseThrow(() -> new Refusal(
                                        Diagnostic.error(QueryCode.NO_COLUMN, "there is no column `%s`".formatted(n)))))
                        .toList();
    }

    @Override
    public RowStream rows(TableRef ref, RowsRequest request) {
        List<PublishedColumn> columns = columns(ref, request.columns());
        long limit = request.limit() == null ? Long.MAX_VALUE : request.limit();
        int[] rows = IntStream.of(passing(ref, request.where())).limit(limit).toArray();
        FakeTable table = fake(ref.collection());
        List<Vector> vectors = columns.stream().map(c -> vector(table, c, rows)).toList();
        return new OneBatch(
                columns.stream().map(PublishedColumn::toColumn).toList(),
                rows.length == 0 ? null : new Batch(rows.length, vectors));
    }

    private static Vector vector(FakeTable table, PublishedColumn column, int[] rows) {
        var nulls = new BitSet();
        IntStream.range(0, rows.length)
                .filter(i -> table.cell(column.name(), rows[i]) == null)
                .forEach(nulls::set);
        if (!column.shape().isScalar()) {
            double[] flat = IntStream.of(rows)
                    .mapToObj(r -> (double[]) Objects.requireNonNull(table.cell(column.name(), r)))
                    .flatMapToDouble(DoubleStream::of)
                    .toArray();
            int each = flat.length / Math.max(1, rows.length);
            int[] offsets =
                    IntStream.rangeClosed(0, rows.length).map(i -> i * each).toArray();
            return new Vector.Lists(offsets, new Vector.Doubles(flat, flat.length, null), rows.length, nulls);
        }
        return switch (column.type()) {
            case STRING ->
                new Vector.Strings(
                        IntStream.of(rows)
                                .mapToObj(r -> (String) table.cell(column.name(), r))
                                .toArray(String[]::new),
                        rows.length,
                        nulls);
            case FLOAT32, FLOAT64 ->
                new Vector.Doubles(
                        IntStream.of(rows)
                                .mapToDouble(r -> table.number(column.name(), r))
                                .toArray(),
                        rows.length,
                        nulls);
            default ->
                new Vector.Longs(
                        IntStream.of(rows)
                                .mapToLong(r -> integer(table.cell(column.name(), r)))
                                .toArray(),
                        rows.length,
                        nulls);
        };
    }

    private static long integer(@Nullable Object cell) {
        return switch (cell) {
            case Long l -> l;
            case Boolean b -> b ? 1 : 0;
            case null, default -> 0;
        };
    }

    @Override
    public Export export(TableRef ref, RowsRequest request, ExportForm form) {
        return new FakeExport(rows(ref, request), form.format());
    }

    @Override
    public List<String> exportFormats() {
        return List.of("csv", "fits", "hdf5", "json", "parquet", "votable");
    }

    @Override
    public List<WriteOption> writeOptions(String format) {
        return format.equals("hdf5")
                ? List.of(
                        WriteOption.of("layout", "How rows lie", "columns", "columns", "compound"),
                        WriteOption.number("deflate", "How small", 0, 9, 1))
                : List.of();
    }

    @Override
    public EventCount countEvents(EventsRequest request) {
        var parts = new ArrayList<EventCount.Part>();
        for (CollectionId id : asked(request)) {
            parts.add(new EventCount.Part(
                    id, latest(id).name(), "events", common(id, request.where()).length, fake(id).rows()));
        }
        return new EventCount(
                parts.stream().mapToLong(EventCount.Part::rows).sum(),
                parts.stream().mapToLong(EventCount.Part::of).sum(),
                parts,
                List.of());
    }

    private List<CollectionId> asked(EventsRequest request) {
        return request.collections().isEmpty()
                ? collections().stream().map(r -> r.collection().id()).toList()
                : request.collections();
    }

    @Override
    public PackedCubes eventCubes(EventsRequest request, CubeQuestion question) {
        List<FakeTable> tables = asked(request).stream().map(this::fake).toList();
        var cuts = new java.util.HashMap<String, Cut>();
        return new FakeEventCubes(tables, question)
                .of(table -> (row, where) ->
                        FakeCut.passes(table, row, cuts.computeIfAbsent(where, w -> Cuts.read(w, COMMON))));
    }

    /** Only positions and times are common in the fake. */
    private static final CutSchema COMMON = new CutSchema(List.of(
            new CutSchema.Column("time", ColumnType.TIMESTAMP, Shape.SCALAR, Unit.NONE),
            new CutSchema.Column("ra", ColumnType.FLOAT64, Shape.SCALAR, new Unit("deg")),
            new CutSchema.Column("dec", ColumnType.FLOAT64, Shape.SCALAR, new Unit("deg"))));

    private int[] common(CollectionId id, String where) {
        Cut cut = Cuts.read(where, COMMON);
        FakeTable table = fake(id);
        return IntStream.range(0, table.rows())
                .filter(row -> FakeCut.passes(table, row, cut))
                .toArray();
    }

    @Override
    public EventRows eventRows(EventsRequest request) {
        if (asked(request).isEmpty()) {
            return new EventRows(new OneBatch(List.of(), null), List.of());
        }
        CollectionId first = asked(request).getFirst();
        return new EventRows(
                rows(
                        TableRef.latest(first, "events"),
                        new RowsRequest("", List.of("time", "ra", "dec"), List.of(), request.limit(), 0)),
                List.of());
    }

    @Override
    public List<Release> eventReleases(EventsRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Selection eventSelection(String where) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Estimate estimateEvents(EventsRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TableHeader eventsHeader(EventsRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Export exportEvents(EventsRequest request, ExportForm form) {
        return new FakeExport(eventRows(request).rows(), form.format());
    }

    @Override
    public SkyMap eventSkyMap(EventsRequest request, int order) {
        var counts = new TreeMap<Long, Long>();
        for (CollectionId id : asked(request)) {
            sky(TableRef.latest(id, "events"), common(id, request.where()), order, counts);
        }
        return new SkyMap(order, List.copyOf(counts.keySet()), List.copyOf(counts.values()), 0, List.of());
    }

    @Override
    public DataService as(Viewer viewer) {
        return this;
    }

    @Override
    public List<Restriction> restrictions(Release release) {
        return List.of();
    }

    @Override
    public void requireOpen(Release release) {}

    @Override
    public void requireOpen(Release release, String table) {}

    @Override
    public Optional<Path> file(Release release, String path) {
        return Optional.empty();
    }

    @Override
    public CopyStatus copies() {
        return CopyStatus.NONE;
    }

    @Override
    public void close() {}

    private static final class OneBatch implements RowStream {
        private final List<Column> columns;
        private @Nullable Batch left;

        OneBatch(List<Column> columns, @Nullable Batch only) {
            this.columns = columns;
            this.left = only;
        }

        @Override
        public List<Column> columns() {
            return columns;
        }

        @Override
        public @Nullable Batch next() {
            Batch now = left;
            left = null;
            return now;
        }

        @Override
        public void close() {}
    }
}
