package org.heralddata.query.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.heralddata.model.access.Viewer;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.DataFile;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.catalogue.Restriction;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.selection.Cut;
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
import org.heralddata.query.access.Permissions;
import org.heralddata.query.access.PermittedCatalogue;
import org.heralddata.query.cube.CubeQuestion;
import org.heralddata.query.cube.PackedCubes;
import org.heralddata.query.cuts.CutJson;
import org.heralddata.query.cuts.CutSchema;
import org.heralddata.query.cuts.CutText;
import org.heralddata.query.cuts.Cuts;
import org.heralddata.query.engine.Engine;
import org.heralddata.query.engine.Source;
import org.heralddata.query.publication.PublishedCollection;
import org.heralddata.spi.Formats;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableWriter;
import org.heralddata.spi.WriteOption;
import org.heralddata.store.Catalogue;
import org.heralddata.store.TableScan.ScanFile;
import org.jspecify.annotations.Nullable;

/** The data of a home. Closes the engine with itself; the catalogue is the caller's. */
public final class CatalogueDataService implements DataService {
    private static final int MAX_SKY_ORDER = 10;

    /** Cubes of so many rows take more than a second. */
    private static final long CUBES_TAKE_LONG = 10_000_000;

    private static final long CUBES_IN_MEMORY = 48L << 20;
    private static final long CUBES_ON_DISK = 1L << 30;

    private final Permissions permissions;
    private final PermittedCatalogue catalogue;
    private final Engine engine;
    private final Exports exports;
    private final String software;
    private final Lookup lookup;
    private final Histograms histograms;
    private final Events events;
    private final Answers answers;
    private final CubeCache cubes;

    /**
     * For everyone: what is restricted is refused.
     *
     * @param software name and version of this program, for the metadata of exports
     */
    public CatalogueDataService(Catalogue catalogue, Engine engine, Formats formats, String software) {
        this(new Permissions(catalogue), engine, formats, software, null);
    }

    /**
     * As above, with permissions that others ask, too.
     *
     * @param cubesKept the folder in which cubes are kept, and nothing else; null to keep them in memory only
     */
    public CatalogueDataService(
            Permissions permissions, Engine engine, Formats formats, String software, @Nullable Path cubesKept) {
        cubes = new CubeCache(cubesKept, CUBES_IN_MEMORY, CUBES_ON_DISK);
        this.permissions = permissions;
        this.catalogue = permissions.as(Viewer.ANYONE);
        this.engine = engine;
        exports = new Exports(formats);
        this.software = software;
        lookup = new Lookup(catalogue);
        histograms = new Histograms(engine);
        answers = new Answers();
        events = new Events(lookup, engine, answers, cubes);
    }

    /** Shares all but what may be seen: answers are kept for everybody, and asked for only after the question was allowed. */
    private CatalogueDataService(CatalogueDataService others, Viewer viewer) {
        permissions = others.permissions;
        catalogue = permissions.as(viewer);
        engine = others.engine;
        exports = others.exports;
        software = others.software;
        lookup = new Lookup(catalogue);
        histograms = others.histograms;
        answers = others.answers;
        cubes = others.cubes;
        events = new Events(lookup, engine, answers, cubes);
    }

    @Override
    public DataService as(Viewer viewer) {
        return viewer.equals(catalogue.viewer()) ? this : new CatalogueDataService(this, viewer);
    }

    /** A question's table and cut, both looked up. */
    private record Asked(Release release, Source source, Cut cut) {
        Answers.Question question(Object what) {
            return new Answers.Question(
                    release.collection().id(), release.name(), source.table().name(), cut, what);
        }
    }

    private Asked asked(TableRef ref, String where) {
        Release release = lookup.release(ref);
        Source source = lookup.source(release, ref.table());
        return new Asked(release, source, Cuts.read(where, CutSchema.of(source.table())));
    }

    @Override
    public List<Release> collections() {
        return lookup.newest();
    }

    @Override
    public List<Release> releases(CollectionId collection) {
        return lookup.releases(collection);
    }

    @Override
    public List<PublishedCollection> published() {
        return catalogue.published();
    }

    @Override
    public Release latest(CollectionId collection) {
        return lookup.latest(collection);
    }

    @Override
    public Release release(TableRef ref) {
        return lookup.release(ref);
    }

    @Override
    public PublishedTable table(TableRef ref) {
        return lookup.table(lookup.release(ref), ref.table());
    }

    @Override
    public Selection selection(TableRef ref, String where) {
        Cut cut = Cuts.read(where, CutSchema.of(table(ref)));
        return new Selection(cut, CutText.of(cut), CutJson.of(cut));
    }

    @Override
    public Count count(TableRef ref, String where) {
        return count(asked(ref, where));
    }

    private Count count(Asked asked) {
        return answers.of(
                asked.question("count"),
                Count.class,
                () -> new Count(
                        engine.count(asked.source, asked.cut),
                        asked.source.table().rows()));
    }

    @Override
    public Estimate estimate(TableRef ref, RowsRequest request) {
        Asked asked = asked(ref, request.where());
        Engine.Row row = RowsPlan.row(asked.source.table(), request);
        Count count = count(asked);
        long rows = RowsPlan.rows(count.rows(), request);
        TableHeader header = header(asked, row, rows);
        return new Estimate(rows, count.of(), exports.sizes(header, rows));
    }

    private TableHeader header(Asked asked, Engine.Row row, long rows) {
        return Headers.table(
                asked.release,
                asked.source.table(),
                row.columns(),
                OptionalLong.of(rows),
                CutText.of(asked.cut),
                software);
    }

    /** Wraps a list, so that the cache can tell its type. */
    private record HistogramList(List<Histogram> histograms) {}

    @Override
    public List<Histogram> histograms(TableRef ref, String where, List<HistogramSpec> specs) {
        Asked asked = asked(ref, where);
        specs.forEach(
                spec -> Lookup.column(asked.source.table(), spec.column())); // before an answer to others is looked up
        return answers.of(
                        asked.question(List.copyOf(specs)),
                        HistogramList.class,
                        () -> new HistogramList(histograms.count(asked.source, asked.cut, specs)))
                .histograms();
    }

    @Override
    public Histogram2d histogram2d(TableRef ref, String where, HistogramSpec x, HistogramSpec y) {
        Asked asked = asked(ref, where);
        List.of(x, y).forEach(spec -> Lookup.column(asked.source.table(), spec.column()));
        record Pair(HistogramSpec x, HistogramSpec y) {}
        return answers.of(
                asked.question(new Pair(x, y)),
                Histogram2d.class,
                () -> histograms.count(asked.source, asked.cut, x, y));
    }

    @Override
    public SkyMap skyMap(TableRef ref, String where, int order) {
        checkOrder(order);
        Asked asked = asked(ref, where);
        Directions.require(asked.source.table());
        record Order(int order) {}
        return answers.of(asked.question(new Order(order)), SkyMap.class, () -> {
            Engine.Cells cells = engine.skyMap(asked.source, asked.cut, order);
            Events.checkCells(cells.cells().size());
            return new SkyMap(order, cells.cells(), cells.counts(), cells.nulls(), List.of());
        });
    }

    @Override
    public PackedCubes cubes(TableRef ref, CubeQuestion question) {
        Source source = asked(ref, question.where()).source;
        PublishedTable table = source.table();
        CutSchema schema = CutSchema.of(table);
        CubePlan plan = CubePlan.of(table, question, where -> Cuts.read(where, schema));
        Supplier<PackedCubes> answer = () -> PackedCubes.of(
                engine.cubes(source, plan.active(), plan.views(), plan.cuts(), question.sampled()),
                CubePlan.words(table));
        return source.identity().isEmpty()
                ? answer.get()
                : cubes.of(
                        source.identity() + '\n' + question.sampled() + '\n' + plan,
                        !question.sampled() && table.rows() > CUBES_TAKE_LONG,
                        answer);
    }

    private static void checkOrder(int order) {
        if (order < 0 || order > MAX_SKY_ORDER) {
            throw new Refusal(Diagnostic.error(
                    QueryCode.BAD_REQUEST,
                    "a sky map has an order from 0 to %d, not %d".formatted(MAX_SKY_ORDER, order)));
        }
    }

    @Override
    public RowStream rows(TableRef ref, RowsRequest request) {
        Asked asked = asked(ref, request.where());
        return rows(asked, RowsPlan.row(asked.source.table(), request), request);
    }

    private RowStream rows(Asked asked, Engine.Row row, RowsRequest request) {
        if (request.anyOrder() && request.order().isEmpty() && request.offset() == 0) {
            return engine.rowsInAnyOrder(asked.source, asked.cut, row, request.limit());
        }
        return engine.rows(asked.source, asked.cut, row, request.order(), request.limit(), request.offset());
    }

    @Override
    public Export export(TableRef ref, RowsRequest request, ExportForm form) {
        TableWriter writer = exports.writer(form);
        Asked asked = asked(ref, request.where());
        Engine.Row row = RowsPlan.row(asked.source.table(), request);
        long rows = RowsPlan.rows(count(asked).rows(), request);
        String name = "%s-%s-%s".formatted(asked.release.collection().id(), ref.table(), asked.release.name());
        return exports.of(form, writer, header(asked, row, rows), name, rows(asked, row, request));
    }

    @Override
    public SequencedMap<String, Estimate.Size> sizes(TableHeader header, long rows) {
        return exports.sizes(header, rows);
    }

    @Override
    public List<String> exportFormats() {
        return exports.formats();
    }

    @Override
    public List<WriteOption> writeOptions(String format) {
        return exports.options(format);
    }

    @Override
    public EventCount countEvents(EventsRequest request) {
        return events.count(request);
    }

    @Override
    public EventRows eventRows(EventsRequest request) {
        return events.rows(request);
    }

    @Override
    public List<Release> eventReleases(EventsRequest request) {
        return events.releases(request);
    }

    @Override
    public Selection eventSelection(String where) {
        Cut cut = EventCuts.read(where);
        return new Selection(cut, CutText.of(cut), CutJson.of(cut));
    }

    @Override
    public Estimate estimateEvents(EventsRequest request) {
        EventCount count = events.count(request);
        TableHeader header = eventsHeader(request, OptionalLong.of(count.rows()));
        return new Estimate(count.rows(), count.of(), exports.sizes(header, count.rows()));
    }

    @Override
    public TableHeader eventsHeader(EventsRequest request) {
        return eventsHeader(request, OptionalLong.of(events.count(request).rows()));
    }

    private TableHeader eventsHeader(EventsRequest request, OptionalLong rows) {
        String selection = CutText.of(EventCuts.read(request.where()));
        return Headers.events(events.releases(request), Events.COLUMNS, rows, selection, software);
    }

    @Override
    public Export exportEvents(EventsRequest request, ExportForm form) {
        TableWriter writer = exports.writer(form);
        TableHeader header = eventsHeader(request, OptionalLong.empty());
        return exports.of(form, writer, header, "events", events.rows(request).rows());
    }

    @Override
    public SkyMap eventSkyMap(EventsRequest request, int order) {
        checkOrder(order);
        return events.skyMap(request, order);
    }

    @Override
    public PackedCubes eventCubes(EventsRequest request, CubeQuestion question) {
        return events.cubes(request, question);
    }

    @Override
    public List<Restriction> restrictions(Release release) {
        return catalogue.restrictions(release);
    }

    @Override
    public void requireOpen(Release release) {
        catalogue.requireOpen(release);
    }

    @Override
    public void requireOpen(Release release, String table) {
        catalogue.requireOpen(release, table);
    }

    @Override
    public Optional<Path> file(Release release, String path) {
        Optional<DataFile> found = release.files().stream()
                .filter(file -> file.path().equals(path))
                .findFirst();
        found.ifPresent(file -> catalogue.requireWhole(release, file.table()));
        return found.flatMap(file -> place(release, file));
    }

    private Optional<Path> place(Release release, DataFile file) {
        return catalogue.scan(release, file.table()).files().stream()
                .map(ScanFile::path)
                .filter(place -> place.endsWith(file.path()))
                .findFirst();
    }

    @Override
    public CopyStatus copies() {
        return engine.status();
    }

    @Override
    public void close() {
        engine.close();
    }
}
