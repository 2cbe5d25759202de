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
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.heralddata.query.cube.PackedCubes;
import org.jspecify.annotations.Nullable;

/**
 * Keeps cubes: the last ones in memory, more of them on disk. Releases never change, so they are right as long as they are kept. Safe
 * for many threads and processes; two that ask the same at the same time may both work it out.
 */
final class CubeCache {
    private static final System.Logger LOG = System.getLogger(CubeCache.class.getName());
    private static final String SUFFIX = ".cubes";

    private final @Nullable Path folder;
    private final long mostInMemory;
    private final long mostOnDisk;
    private final Map<String, PackedCubes> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;
    private long written;

    /** @param folder null to keep nothing on disk; nothing else may be in it */
    CubeCache(@Nullable Path folder, long mostInMemory, long mostOnDisk) {
        this.folder = folder;
        this.mostInMemory = mostInMemory;
        this.mostOnDisk = mostOnDisk;
    }

    /** @param question tells this answer from all others, of other releases, too */
    PackedCubes of(String question, Supplier<PackedCubes> answer) {
        String key = key(question);
        PackedCubes known = inMemory(key);
        if (known == null) {
            known = onDisk(key);
            if (known != null) {
                remember(key, known);
            }
        }
        if (known != null) {
            return known;
        }
        PackedCubes found = answer.get();
        remember(key, found);
        write(key, found);
        return found;
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
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(question.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 20);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
