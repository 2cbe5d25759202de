package org.heralddata.store.release;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.store.database.Folders;

/** A transaction's own folder, with a lock that dies with its process. */
final class StagingFolder implements AutoCloseable {
    private static final String LOCK = "lock";

    private final Path path;
    private final FileChannel lock;

    private StagingFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static StagingFolder create(Path staging, CollectionId collection) throws IOException {
        Path path = Files.createDirectory(staging.resolve(collection + "." + UUID.randomUUID()));
        FileChannel lock = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = lock.lock();
        return new StagingFolder(path, lock);
    }

    /** Deletes the folders of transactions that are dead. */
    static void removeDead(Path staging, CollectionId collection) throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.list(staging)) {
            folders = all.filter(p -> p.getFileName().toString().startsWith(collection + "."))
                    .toList();
        }
        for (Path folder : folders) {
            if (dead(folder)) {
                Folders.delete(folder);
            }
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        lock.close();
        Folders.delete(path);
    }

    private static boolean dead(Path folder) throws IOException {
        try (FileChannel lock =
                        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock mine = lock.tryLock()) {
            return mine != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
