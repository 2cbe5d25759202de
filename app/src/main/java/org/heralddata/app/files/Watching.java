package org.heralddata.app.files;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.heralddata.app.console.Console;
import org.heralddata.ingest.files.FileScan;
import org.heralddata.ingest.files.FolderWatch;
import org.heralddata.ingest.files.QuietFiles;
import org.heralddata.model.descriptor.CollectionDescriptor;
import org.heralddata.model.diagnostic.DiagnosticText;
import org.heralddata.model.diagnostic.Refusal;

/**
 * Registers files of a folder as they come, until the thread is interrupted. What keeps it from looking, such as a folder or a
 * database that is away, is told once and tried again. For one thread.
 */
final class Watching {
    private static final Duration TOGETHER = Duration.ofMillis(200);

    /** A pass is followed by a rest of so many times its length, however much is written meanwhile. */
    private static final int REST = 4;

    private final Scanning scanning;
    private final Console console;
    private final Duration quiet;
    private final Duration every;
    private String told = "";

    /**
     * @param quiet how long a file must not change before it is read
     * @param every how often all is looked through though nothing seems to happen: file systems of other machines tell nothing
     */
    Watching(Scanning scanning, Console console, Duration quiet, Duration every) {
        this.scanning = scanning;
        this.console = console;
        this.quiet = quiet;
        this.every = every;
    }

    /** Returns when interrupted. */
    void run(CollectionDescriptor descriptor, Path data) throws IOException {
        var settled = new QuietFiles(quiet);
        try (var watch = new FolderWatch(data.toAbsolutePath().normalize())) {
            if (!watch.isComplete()) {
                console.err()
                        .printf(
                                "some folders cannot be watched; all is looked through every %d s%n",
                                every.toSeconds());
            }
            while (true) {
                long started = System.nanoTime();
                boolean soon = pass(descriptor, data, settled);
                Duration rest = Duration.ofNanos(REST * (System.nanoTime() - started));
                if (watch.await(soon ? least(quiet, every) : every)) {
                    // what comes together is looked at together
                    Thread.sleep(rest.compareTo(TOGETHER) < 0 ? TOGETHER : least(rest, every));
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration least(Duration one, Duration other) {
        Duration shorter = one.compareTo(other) < 0 ? one : other;
        return shorter.compareTo(TOGETHER) < 0 ? TOGETHER : shorter;
    }

    /** True if it is worth looking again soon: files are still being written, or something was in the way. */
    private boolean pass(CollectionDescriptor descriptor, Path data, QuietFiles settled) throws InterruptedException {
        long started = System.nanoTime();
        try {
            FileScan.Outcome outcome = scanning.pass(descriptor, data, List.of(), settled);
            told = "";
            if (outcome.isNews()) {
                scanning.tell(descriptor, outcome, (System.nanoTime() - started) / 1e9);
            }
            return outcome.waiting() > 0;
        } catch (Refusal notNow) {
            tellOnce(DiagnosticText.render(notNow.diagnostics()));
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError failed) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            tellOnce("error: watching %s: %s%n".formatted(data, failed));
        }
        return true;
    }

    private void tellOnce(String words) {
        if (!words.equals(told)) {
            console.err().print(words);
            console.err().flush();
            told = words;
        }
    }
}
