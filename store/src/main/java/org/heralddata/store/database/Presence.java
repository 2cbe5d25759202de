package org.heralddata.store.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/** A process's sign that it uses a home: a lock on a byte of its own of a shared file. */
final class Presence {
    private final FileChannel file;
    private final FileLock mine;

    private Presence(FileChannel file, FileLock mine) {
        this.file = file;
        this.mine = mine;
    }

    static Presence show(Path path) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return new Presence(file, file.lock(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE - 1), 1, false));
    }

    /** Ends it; true if no other process uses the home. */
    boolean endAsLast() throws IOException {
        try (file) {
            mine.release();
            return last();
        }
    }

    private boolean last() throws IOException {
        try (FileLock all = file.tryLock(0, Long.MAX_VALUE, false)) {
            return all != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
