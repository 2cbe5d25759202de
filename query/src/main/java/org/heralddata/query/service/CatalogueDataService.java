package org.heralddata.query.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.heralddata.model.access.Viewer;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.DataFile;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.catalogue.Restriction;
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
    private static final long CUBES_IN_MEMORY = 48L << 20;
    private static final long CUBES_ON_DISK = 1L << 30;

    private final Permissions permissions;
    private final PermittedCatalogue catalogue;
    private final Shared shared;
    private final Lookup lookup;
    private final TableQuestions tables;
    private final Events events;

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
        this(
                permissions,
                Viewer.ANYONE,
                new Shared(
                        engine,
                        new Exports(formats),
                        new Answers(),
                        new CubeCache(cubesKept, CUBES_IN_MEMORY, CUBES_ON_DISK),
                        software));
    }

    private CatalogueDataService(Permissions permissions, Viewer viewer, Shared shared) {
        this.permissions = permissions;
        this.shared = shared;
        catalogue = permissions.as(viewer);
        lookup = new Lookup(catalogue);
        tables = new TableQuestions(lookup, shared);
        events = new Events(lookup, shared);
    }

    @Override
    public DataService as(Viewer viewer) {
        return viewer.equals(catalogue.viewer()) ? this : new CatalogueDataService(permissions, viewer, shared);
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
        return tables.count(ref, where);
    }

    @Override
    public Estimate estimate(TableRef ref, RowsRequest request) {
        return tables.estimate(ref, request);
    }

    @Override
    public List<Histogram> histograms(TableRef ref, String where, List<HistogramSpec> specs) {
        return tables.histograms(ref, where, specs);
    }

    @Override
    public Histogram2d histogram2d(TableRef ref, String where, HistogramSpec x, HistogramSpec y) {
        return tables.histogram2d(ref, where, x, y);
    }

    @Override
    public SkyMap skyMap(TableRef ref, String where, int order) {
        return tables.skyMap(ref, where, order);
    }

    @Override
    public PackedCubes cubes(TableRef ref, CubeQuestion question) {
        return tables.cubes(ref, question);
    }

    @Override
    public RowStream rows(TableRef ref, RowsRequest request) {
        return tables.rows(ref, request);
    }

    @Override
    public Export export(TableRef ref, RowsRequest request, ExportForm form) {
        return tables.export(ref, request, form);
    }

    @Override
    public SequencedMap<String, Estimate.Size> sizes(TableHeader header, long rows) {
        return shared.exports().sizes(header, rows);
    }

    @Override
    public List<String> exportFormats() {
        return shared.exports().formats();
    }

    @Override
    public List<WriteOption> writeOptions(String format) {
        return shared.exports().options(format);
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
        return new Estimate(count.rows(), count.of(), shared.exports().sizes(header, count.rows()));
    }

    @Override
    public TableHeader eventsHeader(EventsRequest request) {
        return eventsHeader(request, OptionalLong.of(events.count(request).rows()));
    }

    private TableHeader eventsHeader(EventsRequest request, OptionalLong rows) {
        String selection = CutText.of(EventCuts.read(request.where()));
        return Headers.events(events.releases(request), Events.COLUMNS, rows, selection, shared.software());
    }

    @Override
    public Export exportEvents(EventsRequest request, ExportForm form) {
        TableWriter writer = shared.exports().writer(form);
        TableHeader header = eventsHeader(request, OptionalLong.empty());
        return shared.exports()
                .of(form, writer, header, "events", events.rows(request).rows());
    }

    @Override
    public SkyMap eventSkyMap(EventsRequest request, int order) {
        TableQuestions.checkOrder(order);
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
        return shared.engine().status();
    }

    @Override
    public void close() {
        shared.engine().close();
    }
}
