package org.heralddata.query.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heralddata.model.access.Viewer;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.InputFile;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.files.CataloguedFile;
import org.heralddata.model.files.FileCollection;
import org.heralddata.model.files.FileField;
import org.heralddata.model.files.FileSummary;
import org.heralddata.model.files.Lane;
import org.heralddata.model.files.TimeSpan;
import org.heralddata.model.selection.Comparison;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.selection.Literal;
import org.heralddata.model.selection.Operand;
import org.heralddata.model.unit.Unit;
import org.heralddata.query.Export;
import org.heralddata.query.ExportForm;
import org.heralddata.query.QueryCode;
import org.heralddata.query.Writers;
import org.heralddata.query.access.Permissions;
import org.heralddata.query.access.PermittedCatalogue;
import org.heralddata.query.cuts.CutText;
import org.heralddata.query.cuts.Cuts;
import org.heralddata.query.publication.PublishedFiles;
import org.heralddata.spi.Formats;
import org.heralddata.spi.TableHeader;
import org.heralddata.spi.TableWriter;
import org.heralddata.store.Catalogue;
import org.heralddata.store.FileCatalogue;
import org.heralddata.store.FileCatalogue.Order;
import org.heralddata.store.FileCatalogue.Search;

/** The catalogue of files of a home. */
public final class CatalogueFileService implements FileService {
    private final FileCatalogue files;
    private final Permissions permissions;
    private final PermittedCatalogue releases;
    private final FileAccess access;
    private final Writers writers;
    private final String software;

    /**
     * For everyone: what is restricted is refused.
     *
     * @param software name and version of this program, for the metadata of exports
     */
    public CatalogueFileService(FileCatalogue files, Catalogue releases, Formats formats, String software) {
        this(files, new Permissions(releases), formats, software);
    }

    /** As above, with permissions that others ask, too. */
    public CatalogueFileService(FileCatalogue files, Permissions permissions, Formats formats, String software) {
        this(files, permissions, Viewer.ANYONE, new Writers(formats), software);
    }

    private CatalogueFileService(
            FileCatalogue files, Permissions permissions, Viewer viewer, Writers writers, String software) {
        this.files = files;
        this.permissions = permissions;
        this.releases = permissions.as(viewer);
        access = new FileAccess(releases);
        this.writers = writers;
        this.software = software;
    }

    @Override
    public FileService as(Viewer viewer) {
        return viewer.equals(releases.viewer())
                ? this
                : new CatalogueFileService(files, permissions, viewer, writers, software);
    }

    @Override
    public boolean isOpen(FileCollection collection) {
        return access.isOpen(collection);
    }

    /** A question whose names were looked up. */
    private record Asked(Search search, FileSchema schema, Cut cut, List<Order> order, List<CollectionId> skipped) {}

    private Asked asked(FilesRequest request) {
        List<FileCollection> wanted = new ArrayList<>();
        List<CollectionId> skipped = new ArrayList<>();
        if (request.collections().isEmpty()) {
            for (FileCollection collection : collections()) {
                if (isOpen(collection)) {
                    wanted.add(collection);
                } else {
                    skipped.add(collection.about().id());
                }
            }
        }
        for (CollectionId id : request.collections()) {
            FileCollection collection = collection(id);
            access.requireOpen(collection);
            wanted.add(collection);
        }
        boolean one = request.collections().size() == 1;
        FileSchema schema = one ? FileSchema.of(wanted) : FileSchema.of(List.of());
        Cut cut = cut(request, schema);
        List<Order> order = request.order().stream().map(o -> order(o, schema)).toList();
        return new Asked(new Search(wanted, cut), schema, cut, order, skipped);
    }

    private static Cut cut(FilesRequest request, FileSchema schema) {
        List<Cut> parts = new ArrayList<>();
        Cut where = Cuts.read(request.where(), schema.cuts());
        parts.addAll(where instanceof Cut.And(var all) ? all : List.of(where));
        if (request.from() != null) {
            parts.add(compare("time_stop", Comparison.AT_LEAST, new Literal.Time(request.from())));
        }
        if (request.to() != null) {
            parts.add(compare("time_start", Comparison.AT_MOST, new Literal.Time(request.to())));
        }
        if (!request.runs().isEmpty()) {
            parts.add(new Cut.Or(
                    request.runs().stream().map(CatalogueFileService::runs).toList()));
        }
        if (request.instrument() != null) {
            parts.add(compare("instrument", Comparison.EQUAL, new Literal.Text(request.instrument())));
        }
        if (request.name() != null) {
            String escaped = request.name().replaceAll("([\\\\%_])", "\\\\$1");
            parts.add(new Cut.Like(new Operand.Cell("path"), "%" + escaped + "%"));
        }
        return new Cut.And(parts);
    }

    private static Cut runs(FilesRequest.Runs runs) {
        var first = new Literal.Quantity(java.math.BigDecimal.valueOf(runs.first()), Unit.NONE);
        var last = new Literal.Quantity(java.math.BigDecimal.valueOf(runs.last()), Unit.NONE);
        return new Cut.Between(new Operand.Cell("run"), first, last);
    }

    private static Cut compare(String field, Comparison how, Literal with) {
        return new Cut.Compare(new Operand.Cell(field), how, with);
    }

    private static Order order(String written, FileSchema schema) {
        boolean descending = written.startsWith("-");
        String name = descending ? written.substring(1) : written;
        if (!schema.names().contains(name)) {
            String help = Nearest.help(name, schema.names());
            throw new Refusal(Diagnostic.error(QueryCode.NO_COLUMN, "files have no field `%s` here".formatted(name))
                    .helped(help != null ? help : "fields: " + String.join(", ", schema.names())));
        }
        return new Order(name, descending);
    }

    @Override
    public List<FileCollection> collections() {
        return files.collections().stream().filter(this::isGivenOut).toList();
    }

    @Override
    public List<PublishedFiles> published() {
        return files.collections().stream()
                .filter(c -> releases.releases(c.about().id()).isEmpty())
                .map(c -> new PublishedFiles(c, releases.state(c.about().id(), null)))
                .toList();
    }

    private boolean isGivenOut(FileCollection collection) {
        return releases.state(collection.about().id(), null).withdrawal() == null;
    }

    @Override
    public FileCollection collection(CollectionId id) {
        return files.collection(id).filter(this::isGivenOut).orElseThrow(() -> {
            List<String> known =
                    collections().stream().map(c -> c.about().id().value()).toList();
            String help = Nearest.help(id.value(), known);
            return new Refusal(Diagnostic.error(
                            QueryCode.NO_COLLECTION, "no files of a collection `%s` are catalogued".formatted(id))
                    .helped(help != null || known.isEmpty() ? help : "those of " + String.join(", ", known) + " are"));
        });
    }

    @Override
    public List<FileField> fields(FilesRequest request) {
        return asked(request).schema().fields();
    }

    @Override
    public FilesCount count(FilesRequest request) {
        Asked asked = asked(request);
        FileSummary all = files.summary(new Search(asked.search().collections(), Cut.EVERYTHING));
        return new FilesCount(files.summary(asked.search()), all.files(), asked.skipped());
    }

    @Override
    public FileStream files(FilesRequest request) {
        return stream(asked(request), request);
    }

    private FileStream stream(Asked asked, FilesRequest request) {
        return new StoredStream(files.files(asked.search(), asked.order(), request.limit(), request.offset()));
    }

    @Override
    public Export export(FilesRequest request, ExportForm form) {
        TableWriter writer = writers.of(form);
        Asked asked = asked(request);
        long passing = files.summary(asked.search()).files();
        long rows = Math.max(0, passing - request.offset());
        rows = request.limit() == null ? rows : Math.min(rows, request.limit());
        String name = request.collections().size() == 1 ? request.collections().getFirst() + "-files" : "files";
        return new FilesExport(writer, header(asked, rows), name, asked.schema().fields(), stream(asked, request));
    }

    private TableHeader header(Asked asked, long rows) {
        SequencedMap<String, String> metadata = new LinkedHashMap<>();
        List<FileCollection> collections = asked.search().collections();
        metadata.put(
                "title",
                collections.size() == 1
                        ? "Files of " + collections.getFirst().about().title()
                        : "Files of several collections");
        for (FileCollection collection : collections) {
            var about = collection.about();
            String cite = about.cite() == null ? "" : ", cite " + about.cite();
            metadata.put(
                    "collection_" + about.id().value().replace('-', '_'),
                    "%s, %s%s".formatted(about.title(), about.licence().name(), cite));
        }
        metadata.put("selection", CutText.of(asked.cut()));
        metadata.put("rows", Long.toString(rows));
        metadata.put("software", software);
        return new TableHeader(
                "files",
                "One row a file",
                OptionalLong.of(rows),
                asked.schema().fields().stream().map(FileField::toColumn).toList(),
                metadata);
    }

    @Override
    public Coverage coverage(FilesRequest request, int parts) {
        if (parts < 1 || parts > 10_000) {
            throw new Refusal(Diagnostic.error(
                    QueryCode.BAD_REQUEST, "a span is cut into 1 to 10000 parts, not %d".formatted(parts)));
        }
        Asked asked = asked(request);
        Lane by = request.collections().size() == 1 ? Lane.INSTRUMENT : Lane.COLLECTION;
        TimeSpan all = files.summary(asked.search()).span();
        if (all == null) {
            return new Coverage(null, 0, by, new LinkedHashMap<>());
        }
        long start = Math.max(all.start(), Objects.requireNonNullElse(request.from(), Long.MIN_VALUE));
        long stop = Math.min(all.stop(), Objects.requireNonNullElse(request.to(), Long.MAX_VALUE));
        var span = new TimeSpan(start, Math.max(start, stop));
        return new Coverage(span, parts, by, files.coverage(asked.search(), span, parts, by));
    }

    @Override
    public FileDetail file(UUID id) {
        CataloguedFile file = files.file(id)
                .orElseThrow(
                        () -> new Refusal(Diagnostic.error(QueryCode.NO_FILE, "there is no file `%s`".formatted(id))
                                .helped("files are found by /api/v1/files")));
        FileCollection collection = collection(file.collection());
        access.requireOpen(collection);
        List<String> made = releases.releases(file.collection()).stream()
                .filter(release -> input(release, file.path()).stream()
                        .anyMatch(input -> input.sha256().equals(file.content().sha256())))
                .map(Release::name)
                .toList();
        return new FileDetail(file, collection, files.history(id), made);
    }

    private static List<InputFile> input(Release release, String path) {
        return release.inputs().stream()
                .filter(input -> input.path().equals(path))
                .collect(Collectors.toList());
    }

    @Override
    public Original original(CollectionId id, String path) {
        FileCollection collection = collection(id);
        access.requireOpen(collection);
        CataloguedFile file = file(id, path);
        access.requireWhole(collection, file);
        return Originals.find(file, collection);
    }

    private CataloguedFile file(CollectionId id, String path) {
        return files.file(id, path)
                .orElseThrow(() -> new Refusal(
                        Diagnostic.error(QueryCode.NO_FILE, "no file `%s` of `%s` is catalogued".formatted(path, id))
                                .helped("all of them are listed by /api/v1/files?collection=" + id)));
    }

    @Override
    public Original original(Release release, String path) {
        CollectionId id = release.collection().id();
        List<InputFile> inputs = input(release, path);
        if (inputs.isEmpty()) {
            throw new Refusal(Diagnostic.error(
                            QueryCode.NO_FILE,
                            "the release `%s` was made from no file `%s`".formatted(release.name(), path))
                    .helped("those it was made from are listed in original/SHA256SUMS"));
        }
        inputs.forEach(input -> releases.requireWhole(release, input.table()));
        FileCollection collection = collection(id);
        access.requireOpen(collection);
        CataloguedFile file = file(id, path);
        if (!inputs.getFirst().sha256().equals(file.content().sha256())) {
            throw Originals.gone(file, "is not as it was when the release was made");
        }
        return Originals.find(file, collection);
    }
}
