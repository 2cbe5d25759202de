package org.heralddata.query.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.heralddata.query.cube.PackedCubes;
import org.jspecify.annotations.Nullable;

/**
 * Keeps cubes: the last ones in memory, more of them on disk. Releases never change, so they are right as long as they are kept. Safe
 * for many threads and processes. Threads that ask the same at the same time wait for one that works it out, and only one at a time works
 * out what takes long, so that first looks at samples find the processors free.
 */
final class CubeCache {
    private static final System.Logger LOG = System.getLogger(CubeCache.class.getName());
    private static final String SUFFIX = ".cubes";

    /** Raised when the same question is answered otherwise. */
    private static final int VERSION = 2;

    private final @Nullable Path folder;
    private final long mostInMemory;
    private final long mostOnDisk;
    private final Map<String, PackedCubes> kept = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<String, CompletableFuture<PackedCubes>> coming = new ConcurrentHashMap<>();
    private final Semaphore longWork = new Semaphore(1, true);
    private long bytes;
    private long written;

    /** @param folder null to keep nothing on disk; nothing else may be in it */
    CubeCache(@Nullable Path folder, long mostInMemory, long mostOnDisk) {
        this.folder = folder;
        this.mostInMemory = mostInMemory;
        this.mostOnDisk = mostOnDisk;
    }

    /**
     * @param question  tells this answer from all others, of other releases, too
     * @param takesLong whether to wait until nothing else that takes long is worked out
     */
    PackedCubes of(String question, boolean takesLong, Supplier<PackedCubes> answer) {
        String key = key(question);
        while (true) {
            PackedCubes known = inMemory(key);
            if (known != null) {
                return known;
            }
            var mine = new CompletableFuture<PackedCubes>();
            CompletableFuture<PackedCubes> others = coming.putIfAbsent(key, mine);
            if (others == null) {
                return lead(key, mine, takesLong, answer);
            }
            try {
                return others.get();
            } catch (ExecutionException failed) {
                // who worked it out may have been stopped: asked for once more, by this thread
            } catch (InterruptedException stopped) {
                throw interrupted(stopped);
            }
        }
    }

    private PackedCubes lead(
            String key, CompletableFuture<PackedCubes> mine, boolean takesLong, Supplier<PackedCubes> answer) {
        try {
            PackedCubes found = onDisk(key);
            if (found == null) {
                found = takesLong ? alone(answer) : answer.get();
                write(key, found);
            }
            remember(key, found);
            mine.complete(found);
            return found;
        } finally {
            coming.remove(key, mine);
            mine.completeExceptionally(
                    new IllegalStateException("not worked out")); // a cancellation would come out of get() as one
        }
    }

    private PackedCubes alone(Supplier<PackedCubes> answer) {
        try {
            longWork.acquire();
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
        try {
            return answer.get();
        } finally {
            longWork.release();
        }
    }

    private static CancellationException interrupted(InterruptedException stopped) {
        Thread.currentThread().interrupt();
        var cancelled = new CancellationException("stopped while waiting for cubes");
        cancelled.initCause(stopped);
        return cancelled;
    }

    private synchronized @Nullable PackedCubes inMemory(String key) {
        return kept.get(key);
    }

    private synchronized void remember(String key, PackedCubes cubes) {
        PackedCubes before = kept.put(key, cubes);
        bytes += cubes.gzip().length - (before == null ? 0 : before.gzip().length);
        Iterator<PackedCubes> eldest = kept.values().iterator();
        while (bytes > mostInMemory && eldest.hasNext()) {
            bytes -= eldest.next().gzip().length;
            eldest.remove();
        }
    }

    private @Nullable PackedCubes onDisk(String key) {
        if (folder == null) {
            return null;
        }
        Path file = folder.resolve(key + SUFFIX);
        try {
            if (!Files.exists(file)) {
                return null;
            }
            byte[] gzip = Files.readAllBytes(file);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return PackedCubes.ofGzip(gzip);
        } catch (IOException gone) {
            return null; // worked out again
        }
    }

    private void write(String key, PackedCubes cubes) {
        if (folder == null) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Path making = folder.resolve(key + "." + UUID.randomUUID() + ".making");
            Files.write(making, cubes.gzip());
            Files.move(
                    making,
                    folder.resolve(key + SUFFIX),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            tidy(cubes.gzip().length);
        } catch (IOException full) {
            LOG.log(System.Logger.Level.DEBUG, "cubes are not kept on disk", full);
        }
    }

    /** Now and then, takes away what was not asked for longest. */
    private synchronized void tidy(long more) throws IOException {
        written += more;
        if (folder == null || (written < mostOnDisk / 16 && written != more)) {
            return;
        }
        written = 0;
        record File(Path path, long bytes, FileTime used) {}
        List<File> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path path : all.toList()) {
                files.add(new File(path, Files.size(path), Files.getLastModifiedTime(path)));
            }
        }
        files.sort(Comparator.comparing(File::used).reversed());
        long room = mostOnDisk;
        for (File file : files) {
            room -= file.bytes;
            if (room < 0) {
                Files.deleteIfExists(file.path);
            }
        }
    }

    private static String key(String question) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((VERSION + "\n" + question).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 20);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
