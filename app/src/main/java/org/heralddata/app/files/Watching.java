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
 * Registers files of a folder as they come, until the thread is interrupted.
 *
 * @param quiet how long a file must not change before it is read
 * @param every how often all is looked through though nothing seems to happen: file systems of other machines tell nothing
 */
record Watching(Scanning scanning, Console console, Duration quiet, Duration every) {

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
            boolean waiting = true;
            while (!Thread.currentThread().isInterrupted()) {
                waiting = pass(descriptor, data, settled);
                boolean changed = watch.await(waiting ? least(quiet, every) : every);
                if (changed && !quiet.isZero()) {
                    Thread.sleep(Duration.ofMillis(200)); // what comes together is looked at together
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration least(Duration one, Duration other) {
        Duration shorter = one.compareTo(other) < 0 ? one : other;
        return shorter.isZero() ? Duration.ofMillis(100) : shorter;
    }

    /** True if files are still being written, or another process registers some. */
    private boolean pass(CollectionDescriptor descriptor, Path data, QuietFiles settled)
            throws IOException, InterruptedException {
        long started = System.nanoTime();
        try {
            FileScan.Outcome outcome = scanning.pass(descriptor, data, List.of(), settled);
            if (outcome.isNews()) {
                scanning.tell(descriptor, outcome, (System.nanoTime() - started) / 1e9);
            }
            return outcome.waiting() > 0;
        } catch (Refusal notNow) {
            console.err().print(DiagnosticText.render(notNow.diagnostics()));
            return false;
        }
    }
}
