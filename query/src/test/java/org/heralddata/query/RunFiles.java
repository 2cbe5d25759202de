package org.heralddata.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.LongStream;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.CollectionDescription;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.Creator;
import org.heralddata.model.catalogue.Licence;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.files.CataloguedFile;
import org.heralddata.model.files.CommonField;
import org.heralddata.model.files.FieldValue;
import org.heralddata.model.files.FileChange;
import org.heralddata.model.files.FileCollection;
import org.heralddata.model.files.FileContent;
import org.heralddata.model.files.FileEvent;
import org.heralddata.model.files.FileField;
import org.heralddata.model.files.FileMetadata;
import org.heralddata.model.files.FileState;
import org.heralddata.model.files.FileSummary;
import org.heralddata.model.files.FileTable;
import org.heralddata.model.files.Lane;
import org.heralddata.model.files.TimeSpan;
import org.heralddata.model.publication.PublicState;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.selection.Literal;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.ucd.Ucd;
import org.heralddata.model.unit.Unit;
import org.heralddata.store.Catalogue;
import org.heralddata.store.FileCatalogue;
import org.heralddata.store.TableScan;
import org.jspecify.annotations.Nullable;

/**
 * Files of three collections in memory, some of them in a folder: {@code gamma-toy} (runs of two telescopes with fields),
 * {@code archive-toy} (files alone, without time) and {@code closed-toy} (restricted).
 */
public final class RunFiles implements FileCatalogue {
    public static final CollectionId GAMMA = new CollectionId("gamma-toy");
    public static final CollectionId ARCHIVE = new CollectionId("archive-toy");
    public static final CollectionId CLOSED = new CollectionId("closed-toy");

    /** Of the gamma rays' files. */
    public static final int RUNS = 120;

    public static final int ARCHIVED = 7;

    private static final long DAY = 86_400_000_000_000L;
    private static final long START = 1_072_915_200_000_000_000L;
    private static final Instant SEEN = Instant.parse("2026-02-01T12:00:00Z");

    private final SequencedMap<CollectionId, FileCollection> collections = new LinkedHashMap<>();
    private final List<CataloguedFile> files = new ArrayList<>();

    private RunFiles() {}

    /** None at all. */
    public static RunFiles none() {
        return new RunFiles();
    }

    /** With the bytes of the archive's files below a folder. */
    public static RunFiles in(Path folder) throws IOException {
        var made = new RunFiles();
        made.collection(ARCHIVE, folder, new Access.Open(), List.of());
        for (int i = 0; i < ARCHIVED; i++) {
            made.archived(i, folder);
        }
        made.collection(CLOSED, folder, new Access.Restricted("members", null), List.of());
        made.collection(
                GAMMA,
                folder,
                new Access.Open(),
                List.of(
                        new FileField(
                                "livetime",
                                ColumnType.FLOAT64,
                                new Unit("s"),
                                new Ucd("time.duration;obs.exposure"),
                                "Time in which events could be taken"),
                        new FileField("object", ColumnType.STRING, Unit.NONE, new Ucd("meta.id;src"), "Target")));
        for (int run = 0; run < RUNS; run++) {
            made.run(run);
        }
        return made;
    }

    private void collection(CollectionId id, Path folder, Access access, List<FileField> fields) {
        String name = id.value().substring(0, id.value().indexOf('-'));
        var about = new CollectionDescription(
                id,
                "Files of the toy " + name,
                "Files of a toy experiment, registered where they are.",
                "photon",
                "Toy " + name,
                null,
                null,
                List.of(new Creator("Toy Collaboration", null, null)),
                new Licence("CC-BY-4.0", null),
                "10.5281/zenodo.1421099",
                null,
                null,
                List.of(),
                List.of(),
                access);
        collections.put(
                id, new FileCollection(about, fields, folder.toString(), "herald: 1\n", "herald test", SEEN, 1));
    }

    private void archived(int i, Path folder) throws IOException {
        String path = "data/part %d/a+b_%d.dat".formatted(i % 2, i);
        Path file = folder.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, "0123456789".repeat(i + 1));
        add(
                ARCHIVE,
                path,
                FileState.PRESENT,
                new FileContent(
                        Files.size(file), Files.getLastModifiedTime(file).toInstant(), digest(i)),
                new FileMetadata(
                        null, null, null, null, null, List.of(), new LinkedHashMap<>(), List.of("I002: unknown")));
    }

    private static String digest(int i) {
        return HexFormat.of().toHexDigits((byte) i).repeat(32);
    }

    private void run(int run) {
        SequencedMap<String, FieldValue> fields = new LinkedHashMap<>();
        boolean broken = run % 50 == 49;
        if (!broken) {
            fields.put("livetime", new FieldValue.Real(run % 30 == 7 ? Double.NaN : 1200 + run));
            fields.put("object", new FieldValue.Text(run % 3 == 0 ? "Crab Nebula" : "PKS 2155-304"));
        }
        // a gap between the two halves
        long start = START + (run + (run < RUNS / 2 ? 0 : 40)) * DAY;
        String instrument = run % 4 == 0 ? "ToyScope-2" : "ToyScope-1";
        add(
                GAMMA,
                "runs/%s/run_%05d.fits".formatted(instrument.toLowerCase(Locale.ROOT), run),
                broken ? FileState.BROKEN : run == 60 ? FileState.VANISHED : FileState.PRESENT,
                new FileContent(1_000_000L + run, SEEN, digest(100 + run)),
                new FileMetadata(
                        "fits",
                        broken ? null : new TimeSpan(start, start + DAY / 3),
                        (long) run,
                        instrument,
                        broken ? null : 5_000L + run,
                        broken ? List.of() : List.of(new FileTable("EVENTS", 5_000L + run), new FileTable("GTI", 1L)),
                        fields,
                        broken ? List.of("F202: the file ends before its data do") : List.of()));
    }

    private void add(CollectionId id, String path, FileState state, FileContent content, FileMetadata metadata) {
        files.add(new CataloguedFile(CataloguedFile.idOf(id, path), id, path, state, content, metadata, SEEN, SEEN));
    }

    /** A catalogue without releases. */
    public static Catalogue noReleases() {
        return new Catalogue() {
            @Override
            public List<CollectionId> collections() {
                return List.of();
            }

            @Override
            public List<Release> releases(CollectionId collection) {
                return List.of();
            }

            @Override
            public Optional<Release> latest(CollectionId collection) {
                return Optional.empty();
            }

            @Override
            public Optional<Release> release(CollectionId collection, String name) {
                return Optional.empty();
            }

            @Override
            public PublicState state(CollectionId collection, @Nullable String release) {
                return PublicState.NONE;
            }

            @Override
            public Access access(CollectionId collection, @Nullable String release) {
                return Access.OPEN;
            }

            @Override
            public TableScan scan(Release release, String table) {
                throw new IllegalArgumentException(table);
            }
        };
    }

    @Override
    public List<FileCollection> collections() {
        return List.copyOf(collections.values());
    }

    @Override
    public Optional<FileCollection> collection(CollectionId id) {
        return Optional.ofNullable(collections.get(id));
    }

    private List<CataloguedFile> passing(Search search) {
        return files.stream()
                .filter(f -> search.collections().stream()
                        .anyMatch(c -> c.about().id().equals(f.collection())))
                .filter(f -> passes(f, search.cut()))
                .toList();
    }

    @Override
    public FileSummary summary(Search search) {
        List<CataloguedFile> passing = passing(search);
        List<TimeSpan> spans = passing.stream()
                .map(f -> f.metadata().span())
                .filter(Objects::nonNull)
                .toList();
        return new FileSummary(
                passing.size(),
                passing.stream().mapToLong(f -> f.content().bytes()).sum(),
                passing.stream()
                        .map(f -> f.metadata().rows())
                        .filter(Objects::nonNull)
                        .mapToLong(Long::longValue)
                        .sum(),
                count(passing, FileState.PRESENT),
                count(passing, FileState.BROKEN),
                count(passing, FileState.VANISHED),
                spans.size(),
                spans.isEmpty()
                        ? null
                        : new TimeSpan(
                                spans.stream().mapToLong(TimeSpan::start).min().getAsLong(),
                                spans.stream().mapToLong(TimeSpan::stop).max().getAsLong()));
    }

    private static long count(List<CataloguedFile> files, FileState state) {
        return files.stream().filter(f -> f.state() == state).count();
    }

    @Override
    public Cursor files(Search search, List<Order> order, @Nullable Long limit, long offset) {
        Comparator<CataloguedFile> by = Comparator.comparingInt(_ -> 0);
        for (Order one : order) {
            Comparator<CataloguedFile> next = Comparator.comparing(
                    f -> sortable(value(f, one.field())), Comparator.nullsLast(Comparator.naturalOrder()));
            if (one.descending()) {
                next = Comparator.comparing(
                        f -> sortable(value(f, one.field())), Comparator.nullsLast(Comparator.reverseOrder()));
            }
            by = by.thenComparing(next);
        }
        Iterator<CataloguedFile> found = passing(search).stream()
                .sorted(by.thenComparing(CataloguedFile::collection).thenComparing(CataloguedFile::path))
                .skip(offset)
                .limit(limit == null ? Long.MAX_VALUE : limit)
                .iterator();
        return new Cursor() {
            @Override
            public @Nullable CataloguedFile next() {
                return found.hasNext() ? found.next() : null;
            }

            @Override
            public void close() {}
        };
    }

    private static @Nullable String sortable(@Nullable FieldValue value) {
        return switch (value) {
            case null -> null;
            case FieldValue.Whole(var n) -> "%020d".formatted(n);
            case FieldValue.Time(var n) -> "%020d".formatted(n);
            case FieldValue.Real(var n) -> Double.isNaN(n) ? null : String.format(Locale.ROOT, "%030.9f", n);
            case FieldValue.Text(var text) -> text;
            case FieldValue.Truth(var truth) -> Boolean.toString(truth);
        };
    }

    @Override
    public Optional<CataloguedFile> file(UUID id) {
        return files.stream().filter(f -> f.id().equals(id)).findFirst();
    }

    @Override
    public Optional<CataloguedFile> file(CollectionId collection, String path) {
        return file(CataloguedFile.idOf(collection, path));
    }

    @Override
    public List<FileEvent> history(UUID id) {
        return file(id).stream()
                .map(f -> new FileEvent(
                        SEEN, FileChange.FOUND, f.content().bytes(), f.content().sha256(), "herald test"))
                .toList();
    }

    @Override
    public SequencedMap<String, long[]> coverage(Search search, TimeSpan span, int parts, Lane lane) {
        SequencedMap<String, long[]> lanes = new LinkedHashMap<>();
        double width = Math.max(1.0, (double) (span.stop() - span.start()) / parts);
        for (CataloguedFile file : passing(search)) {
            TimeSpan own = file.metadata().span();
            if (own != null && own.stop() >= span.start() && own.start() <= span.stop()) {
                String name = lane == Lane.COLLECTION
                        ? file.collection().value()
                        : Objects.requireNonNullElse(file.metadata().instrument(), "");
                long[] counts = lanes.computeIfAbsent(name, _ -> new long[parts]);
                int last = part(own.stop(), span, width, parts);
                LongStream.rangeClosed(part(own.start(), span, width, parts), last)
                        .forEach(i -> counts[(int) i]++);
            }
        }
        return lanes;
    }

    private static int part(long time, TimeSpan span, double width, int parts) {
        return Math.clamp((long) ((time - span.start()) / width), 0, parts - 1);
    }

    private static @Nullable FieldValue value(CataloguedFile file, String name) {
        TimeSpan span = file.metadata().span();
        return switch (CommonField.of(name).orElse(null)) {
            case null -> file.metadata().fields().get(name);
            case RUN ->
                file.metadata().run() == null
                        ? null
                        : new FieldValue.Whole(file.metadata().run());
            case ROWS ->
                file.metadata().rows() == null
                        ? null
                        : new FieldValue.Whole(file.metadata().rows());
            case BYTES -> new FieldValue.Whole(file.content().bytes());
            case TIME_START -> span == null ? null : new FieldValue.Time(span.start());
            case TIME_STOP -> span == null ? null : new FieldValue.Time(span.stop());
            case INSTRUMENT ->
                file.metadata().instrument() == null
                        ? null
                        : new FieldValue.Text(file.metadata().instrument());
            case STATE -> new FieldValue.Text(file.state().label());
            case PATH -> new FieldValue.Text(file.path());
            case NAME -> new FieldValue.Text(file.name());
            case COLLECTION -> new FieldValue.Text(file.collection().value());
            case SHA256 -> new FieldValue.Text(file.content().sha256());
            case ID, FORMAT, MODIFIED -> throw new UnsupportedOperationException("not in the fake: " + name);
        };
    }

    private static boolean passes(CataloguedFile file, Cut cut) {
        return switch (cut) {
            case Cut.And(var parts) -> parts.stream().allMatch(p -> passes(file, p));
            case Cut.Or(var parts) -> parts.stream().anyMatch(p -> passes(file, p));
            case Cut.Not(var inner) -> !passes(file, inner);
            case Cut.Compare(var left, var how, var right) -> {
                Integer order = order(value(file, left.column()), right);
                yield order != null
                        && switch (how) {
                            case EQUAL -> order == 0;
                            case NOT_EQUAL -> order != 0;
                            case LESS -> order < 0;
                            case AT_MOST -> order <= 0;
                            case GREATER -> order > 0;
                            case AT_LEAST -> order >= 0;
                        };
            }
            case Cut.Between(var left, var low, var high) -> {
                Integer a = order(value(file, left.column()), low);
                Integer b = order(value(file, left.column()), high);
                yield a != null && b != null && a >= 0 && b <= 0;
            }
            case Cut.In(var left, var values) ->
                values.stream().anyMatch(v -> Objects.equals(order(value(file, left.column()), v), 0));
            case Cut.Like(var left, var pattern) ->
                value(file, left.column()) instanceof FieldValue.Text(var text)
                        && text.contains(pattern.replace("%", "").replace("\\", ""));
            case Cut.IsNull(var left) -> value(file, left.column()) == null;
            case Cut.Flag _, Cut.Cone _, Cut.Polygon _, Cut.AnyElement _ ->
                throw new UnsupportedOperationException("not in the fake: " + cut);
        };
    }

    private static @Nullable Integer order(@Nullable FieldValue value, Literal with) {
        return switch (value) {
            case FieldValue.Whole(var n)
            when with instanceof Literal.Quantity(var bound, var _) -> Double.compare((double) n, bound.doubleValue());
            case FieldValue.Real(var n)
            when !Double.isNaN(n) && with instanceof Literal.Quantity(var bound, var _) ->
                Double.compare(n, bound.doubleValue());
            case FieldValue.Time(var n) when with instanceof Literal.Time(var bound) -> Long.compare(n, bound);
            case FieldValue.Text(var text) when with instanceof Literal.Text(var bound) -> text.compareTo(bound);
            case null, default -> null;
        };
    }
}
