package org.heralddata.query.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Vector;
import org.heralddata.query.HistogramSpec.Scale;
import org.heralddata.query.RowStream;
import org.heralddata.query.RowsRequest.Order;
import org.heralddata.query.Showers;
import org.heralddata.query.cuts.CutSchema;
import org.heralddata.query.cuts.Cuts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CopiesTest {
    @TempDir
    static Path folder;

    private static Showers showers;
    private static Source source;
    private static DuckDbEngine files;
    private static DuckDbEngine copies;

    @BeforeAll
    static void open() throws Exception {
        showers = Showers.in(folder.resolve("wh"), SortOrder.TIME);
        source = Source.of(showers, release(), "events");
        files = engine(folder.resolve("none"));
        copies = engine(folder.resolve("copies"));
        Files.createDirectories(folder.resolve("copies"));
        CopyFile file = CopyFile.of(folder.resolve("copies"), source);
        new CopyMaker(settings("copies")).make(file);
        copies.copies().attach(file);
    }

    @AfterAll
    static void close() {
        files.close();
        copies.close();
    }

    private static Release release() {
        return showers.latest(Showers.ID).orElseThrow();
    }

    private static CopySettings settings(String name) {
        return new CopySettings(folder.resolve(name), 1L << 30, 0, 256);
    }

    private static DuckDbEngine engine(Path copies) {
        return new DuckDbEngine(new EngineOptions(
                        List.of(folder.resolve("wh")), folder.resolve("tmp"), 2, 512, 2, 8, 4, Duration.ofSeconds(30))
                .withCopies(copies));
    }

    private static Cut cut(String where) {
        return Cuts.read(where, CutSchema.of(source.table()));
    }

    private static Engine.Row whole() {
        return new Engine.Row(
                source.table().columns().stream().map(c -> c.toColumn()).toList(),
                source.table().columns().stream()
                        .map(c -> (Output) new Output.Cell(c.name()))
                        .toList());
    }

    private static List<String> rows(RowStream stream) {
        var rows = new ArrayList<String>();
        try (stream) {
            for (Batch batch = stream.next(); batch != null; batch = stream.next()) {
                for (int row = 0; row < batch.rows(); row++) {
                    var cells = new ArrayList<@Nullable Object>();
                    for (Vector vector : batch.vectors()) {
                        cells.add(cell(vector, row));
                    }
                    rows.add(cells.toString());
                }
            }
        }
        return rows;
    }

    private static @Nullable Object cell(Vector vector, int row) {
        if (vector.isNull(row)) {
            return null;
        }
        return switch (vector) {
            case Vector.Longs longs -> longs.values()[row];
            case Vector.Doubles doubles -> doubles.values()[row];
            case Vector.Strings strings -> strings.values()[row];
            case Vector.Blobs blobs -> Arrays.toString(blobs.values()[row]);
            case Vector.Lists lists -> {
                var list = new ArrayList<@Nullable Object>();
                for (int i = lists.offsets()[row]; i < lists.offsets()[row + 1]; i++) {
                    list.add(cell(lists.elements(), i));
                }
                yield list;
            }
        };
    }

    private static Stream<String> cuts() {
        return Stream.concat(
                CutMeaningsTest.meanings().map(CutMeaningsTest.Meaning::where),
                Stream.of("cone(ra, dec, 83.6, 22, 3 deg)", "cone(ra, dec, 83.6, 22, 60 deg) and ze < 20"));
    }

    @Test
    void isRead() {
        assertThat(copies.relation(source, new java.util.TreeSet<>(List.of("e"))))
                .startsWith("copy_");
        assertThat(files.relation(source, new java.util.TreeSet<>(List.of("e"))))
                .startsWith("read_parquet");
        assertThat(copies.sortedBySky(source)).isTrue();
        assertThat(files.sortedBySky(source)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void agreesWithTheFiles(String where) {
        Cut cut = cut(where);
        assertThat(copies.count(source, cut)).isEqualTo(files.count(source, cut));
        var order = List.of(new Order("e", true));
        assertThat(rows(copies.rows(source, cut, whole(), List.of(), null, 0)))
                .isEqualTo(rows(files.rows(source, cut, whole(), List.of(), null, 0)));
        assertThat(rows(copies.rows(source, cut, whole(), order, null, 0)))
                .containsExactlyInAnyOrderElementsOf(rows(files.rows(source, cut, whole(), order, null, 0)));
        assertThat(rows(copies.rowsInAnyOrder(source, cut, whole(), null)))
                .containsExactlyInAnyOrderElementsOf(rows(files.rows(source, cut, whole(), List.of(), null, 0)));
        assertThat(copies.skyMap(source, cut, 4)).isEqualTo(files.skyMap(source, cut, 4));
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void firstRowsAreThoseOfTheFilesHoweverManyPass(String where) {
        Cut cut = cut(where);
        List<String> all = rows(files.rows(source, cut, whole(), List.of(), null, 0));
        for (long limit : List.of(1L, 12L, 300L, 1000L, 2500L)) {
            for (long offset : List.of(0L, 3L, 240L)) {
                assertThat(rows(copies.rows(source, cut, whole(), List.of(), limit, offset)))
                        .as("%d rows after %d", limit, offset)
                        .isEqualTo(all.stream().skip(offset).limit(limit).toList());
            }
        }
    }

    @Test
    void aFewRowsAreReadFromTheHeadAndOthersFromElsewhere() {
        Place place = copies.copies().place(source);
        assertThat(place.mayBeginWith(cut("ze < 40"), 12)).isTrue();
        assertThat(place.mayBeginWith(cut("ze < 40"), 1_001)).isFalse();
        assertThat(place.mayBeginWith(cut("cone(ra, dec, 84, 22, 5 deg)"), 12)).isFalse();
        assertThat(files.copies().place(source).mayBeginWith(Cut.EVERYTHING, 12))
                .isFalse();
        assertThat(place.inOrder(cut("ze < 40"), 12).copy()).isNotNull();
        assertThat(place.inOrder(cut("ze < 40"), 1_001).copy()).isNull();
    }

    @Test
    void agreesWithTheFilesInHistograms() {
        var axes = List.of(
                new Binning("e", 20, 14, 17, Scale.LINEAR),
                new Binning("edep", 10, 0, 10, Scale.LINEAR),
                new Binning("time", 10, 1.0729152e18, 1.2e18, Scale.LINEAR));
        Cut cut = cut("ze < 40");
        List<long[]> ours = copies.histograms(source, cut, axes);
        List<long[]> theirs = files.histograms(source, cut, axes);
        for (int i = 0; i < axes.size(); i++) {
            assertThat(ours.get(i)).isEqualTo(theirs.get(i));
        }
        assertThat(copies.histogram2d(source, cut, axes.get(0), axes.get(0)))
                .isEqualTo(files.histogram2d(source, cut, axes.get(0), axes.get(0)));
        assertThat(copies.leastPositive(source, "e")).isEqualTo(files.leastPositive(source, "e"));
    }

    @Test
    void pagesAreThoseOfTheFiles() {
        Cut cone = cut("cone(ra, dec, 84, 22, 5 deg)");
        List<String> all = rows(files.rows(source, cone, whole(), List.of(), null, 0));
        assertThat(all).hasSizeGreaterThan(20);
        assertThat(rows(copies.rows(source, cone, whole(), List.of(), 7L, 5))).isEqualTo(all.subList(5, 12));
    }

    @Test
    void isNotReadForAnotherRelease() {
        Release old = release();
        var later = new Release(
                old.collection(),
                "r2",
                2,
                old.created().plusSeconds(1),
                old.software(),
                old.descriptor(),
                old.tables(),
                old.inputs(),
                old.files(),
                old.notes());
        Source newer = Source.of(showers, later, "events");
        assertThat(copies.relation(newer, new java.util.TreeSet<>(List.of("e"))))
                .startsWith("read_parquet");
        assertThat(CopyFile.of(folder, newer).path())
                .isNotEqualTo(CopyFile.of(folder, source).path());
    }

    @Test
    void refusesTheCopyOfAnotherTable() throws Exception {
        Path other = Files.createDirectories(folder.resolve("other"));
        CopyFile wanted = CopyFile.of(other, source);
        CopyFile notes = CopyFile.of(
                other, Source.of(showers, showers.latest(Showers.NOTES).orElseThrow(), "notes"));
        new CopyMaker(settings("other")).make(notes);
        Files.move(notes.path(), wanted.path());
        try (DuckDbEngine engine = engine(other)) {
            assertThatThrownBy(() -> engine.copies().attach(wanted)).isInstanceOf(SQLException.class);
            assertThat(engine.copies().place(source).copy()).isNull();
        }
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(20);
        }
    }

    @Test
    void makesWhatIsWantedAndRemovesWhatIsNot() throws Exception {
        Path kept = folder.resolve("kept");
        var wanted = new CopyOnWriteArrayList<>(
                List.of(source, Source.of(showers, showers.latest(Showers.NOTES).orElseThrow(), "notes")));
        try (DuckDbEngine engine = engine(kept);
                var _ = new CopyKeeper(engine, settings("kept"), () -> wanted)) {
            await(() -> engine.status().ready() == 2);
            assertThat(engine.status().problems()).isEmpty();
            assertThat(engine.status().bytes()).isPositive();
            Path file = CopyFile.of(kept, source).path();
            assertThat(file).exists();
            try (RowStream underWay = engine.rowsInAnyOrder(source, Cut.EVERYTHING, whole(), null)) {
                wanted.removeFirst();
                await(() -> Files.notExists(file));
                assertThat(engine.copies().place(source).copy()).isNull();
                assertThat(rows(underWay)).hasSize(2000);
            }
            assertThat(engine.count(source, cut("ze < 20"))).isEqualTo(files.count(source, cut("ze < 20")));
        }
    }

    @Test
    void makesABrokenOneAgain() throws Exception {
        Path kept = Files.createDirectories(folder.resolve("broken"));
        CopyFile file = CopyFile.of(kept, source);
        new CopyMaker(settings("broken")).make(file);
        try (var bytes = new RandomAccessFile(file.path().toFile(), "rw")) {
            bytes.setLength(bytes.length() / 2);
        }
        try (DuckDbEngine engine = engine(kept);
                var _ = new CopyKeeper(engine, settings("broken"), () -> List.of(source))) {
            await(() -> engine.status().ready() == 1);
            assertThat(engine.count(source, cut("ze < 20"))).isEqualTo(files.count(source, cut("ze < 20")));
        }
    }

    @Test
    void takesNoMoreRoomThanAllowed() throws Exception {
        Path kept = folder.resolve("full");
        try (DuckDbEngine engine = engine(kept);
                var _ = new CopyKeeper(engine, settings("full").withMostBytes(10), () -> List.of(source))) {
            await(() -> !engine.status().problems().isEmpty());
            assertThat(engine.status().ready()).isZero();
            assertThat(engine.copies().place(source).copy()).isNull();
        }
    }

    @Test
    void leavesAsMuchOfTheDiskFreeAsIsWanted() throws Exception {
        Path kept = folder.resolve("narrow");
        try (DuckDbEngine engine = engine(kept);
                var _ = new CopyKeeper(engine, settings("narrow").withFreeShare(1), () -> List.of(source))) {
            await(() -> !engine.status().problems().isEmpty());
            assertThat(engine.status().problems())
                    .singleElement(STRING)
                    .contains("disk is too full", "engine.free_percent");
            assertThat(engine.copies().place(source).copy()).isNull();
        }
    }

    @Test
    void sortingMayTakeWhatTheCopyLeaves() throws Exception {
        Files.createDirectories(folder.resolve("room"));
        CopyRoom room = CopyRoom.of(CopyFile.of(folder.resolve("room"), source), settings("room"));
        assertThat(room.isEnough()).isTrue();
        assertThat(room.mostSortingMb()).isBetween(1L, room.there() >> 20);
        CopyRoom narrow = new CopyRoom(room.bytes(), room.sorting(), room.bytes() + room.sorting() - 1);
        assertThat(narrow.isEnough()).isFalse();
        assertThat(new CopyRoom(3L << 20, 6L << 20, -5).mostSortingMb()).isZero();
    }

    @Test
    void usesNothingOfAMakerThatWasKilled() throws Exception {
        Path kept = Files.createDirectories(folder.resolve("killed"));
        Process maker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HaltingMaker.class.getName(),
                        folder.resolve("elsewhere").toString(),
                        kept.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(maker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(maker.waitFor()).as(told).isEqualTo(HaltingMaker.HALTED);
        Path name = CopyFile.of(kept, source).path();
        assertThat(kept).isDirectoryContaining("glob:**.making");
        assertThat(name).isDirectory();
        Files.delete(name.resolve("in-the-way"));
        Files.delete(name);
        try (DuckDbEngine engine = engine(kept)) {
            CopyKeeper.use(engine, kept, List.of(source));
            assertThat(engine.copies().place(source).copy()).isNull();
            try (var _ = new CopyKeeper(engine, settings("killed"), () -> List.of(source))) {
                await(() -> engine.status().ready() == 1);
                assertThat(engine.count(source, cut("ze < 20"))).isEqualTo(files.count(source, cut("ze < 20")));
                assertThat(kept).isDirectoryNotContaining("glob:**.making");
            }
        }
    }

    @Test
    void isReadByOtherProcessesToo() throws IOException {
        Path kept = folder.resolve("copies");
        try (DuckDbEngine engine = engine(kept)) {
            CopyKeeper.use(engine, kept, List.of(source));
            assertThat(Objects.requireNonNull(engine.copies().place(source).copy())
                            .bySky())
                    .isTrue();
        }
    }
}
