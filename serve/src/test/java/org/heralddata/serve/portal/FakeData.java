package org.heralddata.serve.portal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.heralddata.model.access.Viewer;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.PublishedColumn;
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

    FakeTable fake(CollectionId id) {
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
        var histograms = new FakeHistograms(fake(ref.collection()), table(ref));
        return specs.stream().map(spec -> histograms.of(rows, spec)).toList();
    }

    @Override
    public Histogram2d histogram2d(TableRef ref, String where, HistogramSpec x, HistogramSpec y) {
        return new FakeHistograms(fake(ref.collection()), table(ref)).of(passing(ref, where), x, y);
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

    void sky(TableRef ref, int[] rows, int order, Map<Long, Long> counts) {
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
        return OneBatch.of(fake(ref.collection()), columns, rows);
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
        return new FakeEvents(this, request).count();
    }

    @Override
    public PackedCubes eventCubes(EventsRequest request, CubeQuestion question) {
        return new FakeEvents(this, request).cubes(question);
    }

    @Override
    public EventRows eventRows(EventsRequest request) {
        return new FakeEvents(this, request).rows();
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
        return new FakeEvents(this, request).skyMap(order);
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
}
