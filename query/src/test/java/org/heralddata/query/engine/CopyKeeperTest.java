package org.heralddata.query.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.heralddata.model.selection.Cut;
import org.heralddata.query.RowStream;
import org.heralddata.query.Showers;
import org.junit.jupiter.api.Test;

/** Copies are made, made again and removed, as is wanted and as the disk has room. */
class CopyKeeperTest extends CopiesOverShowers {
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
