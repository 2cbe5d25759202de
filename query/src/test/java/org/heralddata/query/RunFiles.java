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
import org.heralddata.model.files.CataloguedFile;
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
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.ucd.Ucd;
import org.heralddata.model.unit.Unit;
import org.heralddata.store.FileCatalogue;
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
                .filter(f -> RunFileCuts.passes(f, search.cut()))
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
                    f -> RunFileCuts.sortable(RunFileCuts.value(f, one.field())),
                    Comparator.nullsLast(Comparator.naturalOrder()));
            if (one.descending()) {
                next = Comparator.comparing(
                        f -> RunFileCuts.sortable(RunFileCuts.value(f, one.field())),
                        Comparator.nullsLast(Comparator.reverseOrder()));
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
}
