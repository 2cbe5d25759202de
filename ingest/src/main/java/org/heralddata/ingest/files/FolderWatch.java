package org.heralddata.ingest.files;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waits for something to change below a folder. File systems of other machines tell nothing of what is written there, and
 * watches are limited: where one cannot be had, only the patience of the caller ends the wait. For one thread.
 */
public final class FolderWatch implements Closeable {
    private final Path folder;
    private final @Nullable WatchService service;
    private final Map<WatchKey, Path> keys = new HashMap<>();
    private boolean complete = true;

    /** Watches a folder and all below it. */
    public FolderWatch(Path folder) {
        this.folder = folder;
        @Nullable WatchService made = null;
        try {
            made = folder.getFileSystem().newWatchService();
        } catch (IOException | UnsupportedOperationException none) {
            complete = false;
        }
        service = made;
        watch(folder);
    }

    /** False if some folders are not watched, so that only looking tells. */
    public boolean isComplete() {
        return complete;
    }

    /** Waits until something changes, at most so long; true if something did. */
    public boolean await(Duration patience) throws InterruptedException {
        if (service == null) {
            Thread.sleep(patience);
            return false;
        }
        if (keys.isEmpty()) {
            watch(folder); // it was not there, or was taken away
        }
        WatchKey key = service.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        boolean changed = key != null;
        for (; key != null; key = service.poll()) {
            take(key);
        }
        return changed;
    }

    private void take(WatchKey key) {
        Path changed = keys.getOrDefault(key, folder);
        boolean folders = key.pollEvents().stream()
                .anyMatch(event -> !(event.context() instanceof Path name) || Files.isDirectory(changed.resolve(name)));
        if (!key.reset()) {
            keys.remove(key);
        }
        if (folders) {
            watch(folder);
        }
    }

    private void watch(Path start) {
        WatchService watches = service;
        if (watches == null) {
            return;
        }
        try {
            Files.walkFileTree(
                    start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes)
                                throws IOException {
                            try {
                                keys.put(visited.register(watches, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE), visited);
                                return FileVisitResult.CONTINUE;
                            } catch (NoSuchFileException gone) {
                                return FileVisitResult.SKIP_SUBTREE;
                            }
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path visited, IOException failure) {
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException tooMany) {
            complete = false;
        }
    }

    @Override
    public void close() throws IOException {
        if (service != null) {
            service.close();
        }
    }
}
