package org.heralddata.query.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.heralddata.query.Background;
import org.heralddata.query.CopyStatus;
import org.jspecify.annotations.Nullable;

/**
 * Keeps copies of tables for an engine: makes what is missing in the background, small tables first, and removes what is wanted
 * no more. Of several processes with the same folder one makes them; all read them. What cannot be copied is read from its files.
 */
public final class CopyKeeper implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(CopyKeeper.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofHours(1);

    /** No query that was printed before waits so long to begin. */
    private static final Duration BEFORE_DETACHING = Duration.ofHours(1);

    private final DuckDbEngine engine;
    private final Copies copies;
    private final CopySettings settings;
    private final Supplier<List<Source>> wanted;
    private final CopyMaker maker;
    private final Map<Copy, Long> retired = new HashMap<>();
    private final Map<String, Problem> problems = new LinkedHashMap<>();
    private final Thread thread;
    private @Nullable FolderLock lock;
    private volatile boolean closed;

    private record Problem(String text, long at) {}

    /**
     * Starts to keep copies.
     *
     * @param engine that may read the folder
     * @param wanted tables of which there are to be copies, at this moment; called often
     */
    public CopyKeeper(DuckDbEngine engine, CopySettings settings, Supplier<List<Source>> wanted) {
        this.engine = engine;
        this.settings = settings;
        this.wanted = wanted;
        copies = engine.copies();
        maker = new CopyMaker(settings);
        thread = Background.threads("herald-copies-").newThread(this::run);
        thread.start();
    }

    /** Reads the copies that are there, and makes none. */
    public static void use(DuckDbEngine engine, Path folder, List<Source> tables) {
        for (Source source : tables) {
            CopyFile file = CopyFile.of(folder, source);
            if (Files.exists(file.path())) {
                try {
                    engine.copies().attach(file);
                } catch (SQLException broken) {
                    LOG.log(System.Logger.Level.DEBUG, "a copy is not used: " + file.path(), broken);
                }
            }
        }
    }

    private void run() {
        try {
            while (!closed) {
                keep();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            unlock();
        }
    }

    private void keep() throws InterruptedException {
        try {
            Files.createDirectories(settings.folder());
            if (lock == null) {
                lock = FolderLock.tryOn(settings.folder());
            }
            List<CopyFile> files = wanted.get().stream()
                    .sorted(Comparator.comparingLong(s -> s.table().rows()))
                    .map(source -> CopyFile.of(settings.folder(), source))
                    .toList();
            retireOthers(files);
            if (lock != null) {
                removeOthers(files);
            }
            for (CopyFile file : files) {
                if (closed) {
                    return;
                }
                ready(file);
                tell(files);
            }
            tell(files);
        } catch (IOException | RuntimeException failed) {
            // such as a database that is away: the next round may do better
            LOG.log(System.Logger.Level.DEBUG, "copies could not be kept", failed);
        }
    }

    private void tell(List<CopyFile> files) {
        List<Copy> ready = copies.all();
        engine.tell(new CopyStatus(
                files.size(),
                ready.size(),
                ready.stream().mapToLong(Copy::bytes).sum(),
                problems.values().stream().map(Problem::text).toList()));
    }

    private void ready(CopyFile file) throws IOException {
        String identity = file.source().identity();
        if (copies.find(identity) != null) {
            if (Files.exists(file.path())) {
                return;
            }
            retire(identity); // the cache was emptied
        }
        if (Files.exists(file.path()) && attached(file)) {
            return;
        }
        Problem before = problems.get(identity);
        if (lock == null
                || (before != null && System.nanoTime() - before.at < BEFORE_ANOTHER_TRY.toNanos())
                || !hasRoom(file)) {
            return;
        }
        make(file);
    }

    private boolean attached(CopyFile file) throws IOException {
        try {
            copies.attach(file);
            problems.remove(file.source().identity());
            return true;
        } catch (SQLException broken) {
            LOG.log(System.Logger.Level.INFO, "the copy {0} is broken and made again: {1}", file.path(), broken);
            if (lock != null) {
                Files.deleteIfExists(file.path());
            }
            return false;
        }
    }

    private void make(CopyFile file) throws IOException {
        String name = file.source().identity();
        long start = System.nanoTime();
        try {
            maker.make(file);
            copies.attach(file);
            problems.remove(name);
            LOG.log(
                    System.Logger.Level.INFO,
                    "a copy of {0} for quick answers is ready: {1} rows, {2} MB, {3} s",
                    name,
                    file.source().table().rows(),
                    Files.size(file.path()) >> 20,
                    Duration.ofNanos(System.nanoTime() - start).toSeconds());
        } catch (SQLException | IOException failed) {
            if (!closed) {
                trouble(name, "no copy of %s could be made: %s".formatted(name, failed.getMessage()));
            }
        }
    }

    private boolean hasRoom(CopyFile file) throws IOException {
        String identity = file.source().identity();
        CopyRoom room = CopyRoom.of(file, settings);
        long used = copies.all().stream().mapToLong(Copy::bytes).sum();
        if (used + room.bytes() > settings.mostBytes()) {
            trouble(
                    identity,
                    "%s has no copy: all copies together would take more than is allowed".formatted(identity));
            return false;
        }
        if (!room.isEnough()) {
            trouble(identity, "%s has no copy: the disk is too full: %s".formatted(identity, room));
            return false;
        }
        return true;
    }

    private void trouble(String identity, String text) {
        problems.put(identity, new Problem(text, System.nanoTime()));
        LOG.log(System.Logger.Level.WARNING, text);
    }

    private void retire(String identity) {
        Copy old = copies.retire(identity);
        if (old != null) {
            retired.put(old, System.nanoTime());
        }
    }

    private void retireOthers(List<CopyFile> files) {
        Set<String> kept = new HashSet<>();
        files.forEach(file -> kept.add(file.source().identity()));
        problems.keySet().retainAll(kept);
        copies.all().stream()
                .map(Copy::identity)
                .filter(id -> !kept.contains(id))
                .forEach(this::retire);
        for (Map.Entry<Copy, Long> old : List.copyOf(retired.entrySet())) {
            if (System.nanoTime() - old.getValue() > BEFORE_DETACHING.toNanos()) {
                retired.remove(old.getKey());
                try {
                    copies.detach(old.getKey());
                } catch (SQLException inUse) {
                    LOG.log(System.Logger.Level.DEBUG, "a copy is not let go", inUse);
                }
            }
        }
    }

    private void removeOthers(List<CopyFile> files) throws IOException {
        Set<Path> kept = new HashSet<>();
        files.forEach(file -> kept.add(file.path()));
        try (Stream<Path> all = Files.list(settings.folder())) {
            for (Path path : all.filter(p -> isCopy(p) && !kept.contains(p)).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static boolean isCopy(Path path) {
        String name = path.getFileName().toString();
        return name.endsWith(CopyFile.SUFFIX) || name.contains(CopyFile.SUFFIX + CopyFile.MAKING);
    }

    private void unlock() {
        if (lock != null) {
            lock.close();
        }
    }

    /** Returns when nothing is being made any more. */
    @Override
    public void close() {
        closed = true;
        try {
            maker.stop();
        } catch (SQLException ended) {
            LOG.log(System.Logger.Level.DEBUG, "nothing to be stopped", ended);
        }
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
