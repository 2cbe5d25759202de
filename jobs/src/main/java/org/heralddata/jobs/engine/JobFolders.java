package org.heralddata.jobs.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of jobs: {@code <id>/in/} came with it, {@code <id>/attempt-<n>/} was made by its n-th execution. Whether an
 * attempt counts, the row says.
 */
record JobFolders(Path root) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");

    Path of(String id) {
        return root.resolve(checked(id));
    }

    Path input(String id, String name) {
        return of(id).resolve("in").resolve(checked(name));
    }

    Path attempt(String id, int attempt) {
        return of(id).resolve("attempt-" + attempt);
    }

    /** An attempt that is not done. */
    Path begun(String id, int attempt) {
        return of(id).resolve("attempt-" + attempt + ".partial");
    }

    /**
     * A file that has come, beside where it belongs.
     *
     * @param name by which the job calls it
     */
    record Arrival(String name, Path partial, long bytes) {}

    /** Takes files, which count only when they are {@linkplain #keep kept}; those of a name may come at once. */
    List<Arrival> receive(String id, Map<String, InputStream> inputs) {
        List<Arrival> arrived = new ArrayList<>();
        try {
            for (var input : inputs.entrySet()) {
                Path file = input(id, input.getKey());
                Files.createDirectories(file.getParent());
                Path partial = file.resolveSibling(file.getFileName() + "." + Ids.random(8) + ".partial");
                long bytes = Files.copy(input.getValue(), partial);
                arrived.add(new Arrival(input.getKey(), partial, bytes));
            }
            return arrived;
        } catch (IOException failed) {
            discard(arrived);
            throw new UncheckedIOException(failed);
        }
    }

    /** Puts a file where it belongs, in the place of one of its name. */
    void keep(String id, Arrival arrival) {
        try {
            Files.move(
                    arrival.partial(),
                    input(id, arrival.name()),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Removes files that are not kept. */
    void discard(List<Arrival> arrived) {
        try {
            for (Arrival arrival : arrived) {
                Files.deleteIfExists(arrival.partial());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** All files that came with jobs. */
    List<Input> inputs() {
        List<Input> found = new ArrayList<>();
        try (Stream<Path> jobs = Files.exists(root) ? Files.list(root) : Stream.empty()) {
            for (Path job : jobs.filter(Files::isDirectory).toList()) {
                found.addAll(inputs(job));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return found;
    }

    /** A file that came with a job. */
    record Input(String job, String name, long bytes) {}

    private static List<Input> inputs(Path job) throws IOException {
        List<Input> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(job.resolve("in"))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (!name.endsWith(".partial")) {
                    found.add(new Input(job.getFileName().toString(), name, Files.size(file)));
                }
            }
        } catch (NoSuchFileException gone) {
            return found; // no files came with it, or it was deleted meanwhile
        }
        return found;
    }

    /** Gives an attempt that is done its name. */
    void finish(String id, int attempt) throws IOException {
        Path begun = begun(id, attempt);
        Path done = attempt(id, attempt);
        if (Files.exists(begun)) {
            Files.move(begun, done, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel folder = FileChannel.open(done.getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    /** Removes all attempts but one, or all if {@code kept} is negative. */
    void clean(String id, int kept) {
        Path folder = of(id);
        try (Stream<Path> entries = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            for (Path entry : entries.toList()) {
                String name = entry.getFileName().toString();
                if (name.startsWith("attempt-") && !name.equals("attempt-" + kept)) {
                    delete(entry);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void delete(String id) {
        delete(of(id));
    }

    /** Names of the folders that nothing has changed in since a time. */
    List<String> olderThan(Instant time) {
        var found = new ArrayList<String>();
        try (Stream<Path> entries = Files.exists(root) ? Files.list(root) : Stream.empty()) {
            for (Path entry : entries.toList()) {
                if (NAME.matcher(entry.getFileName().toString()).matches()
                        && Files.getLastModifiedTime(entry).toInstant().isBefore(time)) {
                    found.add(entry.getFileName().toString());
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return found;
    }

    static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name for a file: " + name);
        }
        return name;
    }

    /** Removes a folder, while others may do the same. */
    static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new Deletion());
        } catch (NoSuchFileException gone) {
            return; // that was the aim
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
            if (failed instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failed;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failed) throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
