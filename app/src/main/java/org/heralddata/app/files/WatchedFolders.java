package org.heralddata.app.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.heralddata.app.console.Console;
import org.heralddata.model.descriptor.CollectionDescriptor;
import org.heralddata.spi.Formats;
import org.heralddata.store.home.Home;

/** Folders that are watched while something else is done, a thread each. Closing ends them and waits for that. */
public final class WatchedFolders implements AutoCloseable {
    private final List<Thread> threads = new ArrayList<>();

    private WatchedFolders() {}

    /** Watches nothing. */
    public static WatchedFolders none() {
        return new WatchedFolders();
    }

    /** A collection and the folder that its file patterns start from. */
    private record Watched(CollectionDescriptor descriptor, Path data) {}

    /**
     * Reads the descriptors and starts to watch.
     *
     * @param places folders of descriptors, each {@code DIR}, or {@code DIR=DATA} if the files are elsewhere
     * @throws IOException if a file that a descriptor names cannot be read
     * @throws org.heralddata.model.diagnostic.Refusal if a descriptor has mistakes or no {@code files}
     */
    public static WatchedFolders start(List<String> places, WatchOptions options, Home home, Console console)
            throws IOException {
        var scanning = new Scanning(home, Formats.installed(), console);
        List<Watched> all = new ArrayList<>();
        for (String place : places) {
            all.add(watched(place, scanning));
        }
        var started = new WatchedFolders();
        for (Watched each : all) {
            console.err().printf("watching %s%n", each.data());
            started.threads.add(Thread.ofPlatform()
                    .daemon()
                    .name("herald-watch-" + each.descriptor().about().id())
                    .start(() -> watch(options.watching(scanning, console), each, console)));
        }
        return started;
    }

    private static Watched watched(String place, Scanning scanning) throws IOException {
        int equals = Files.exists(Path.of(place)) ? -1 : place.indexOf('=');
        Path described = Path.of(equals < 0 ? place : place.substring(0, equals));
        Path data = equals < 0 ? beside(described) : Path.of(place.substring(equals + 1));
        return new Watched(scanning.descriptorWithFiles(described), data);
    }

    /** The folder of a descriptor. */
    static Path beside(Path folderOrFile) {
        Path described = folderOrFile.toAbsolutePath();
        return Files.isDirectory(described) ? described : Objects.requireNonNull(described.getParent());
    }

    private static void watch(Watching watching, Watched watched, Console console) {
        try {
            watching.run(watched.descriptor(), watched.data());
        } catch (IOException closing) {
            console.err().printf("watching %s: %s%n", watched.data(), closing);
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException hurried) {
                    interrupted = true; // what they use must not be closed before
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
