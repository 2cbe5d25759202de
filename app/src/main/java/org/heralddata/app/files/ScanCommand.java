package org.heralddata.app.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.app.console.HomeOption;
import org.heralddata.ingest.mistake.IngestCode;
import org.heralddata.model.descriptor.CollectionDescriptor;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.Formats;
import org.heralddata.store.home.Home;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code herald files scan DIR}. */
@Command(
        name = "scan",
        description = "Register the files that the collection described in DIR names; they stay where they are.",
        mixinStandardHelpOptions = true)
public final class ScanCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "DIR", description = "the folder of a collection.yaml, or the file itself")
    private Path folder = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "folder that the descriptor's file patterns start from (default: the descriptor's)")
    private @Nullable Path data;

    @Option(names = "--watch", description = "stay, and register files as they come, until Ctrl-C")
    private boolean watch;

    @Option(
            names = "--quiet",
            paramLabel = "SECONDS",
            description = "with --watch: read a file when it has not changed for so long (default: 5)")
    private double quiet = 5;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            description = "with --watch: look through all files at least so often (default: 60)")
    private double every = 60;

    public ScanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path described = folder.toAbsolutePath();
        Path beside = Files.isDirectory(described) ? described : Objects.requireNonNull(described.getParent());
        Path place = data == null ? beside : data;
        if (watch) {
            Ending.onRequest(() -> scan(place));
        } else {
            scan(place);
        }
        return ExitStatus.DONE.code();
    }

    private void scan(Path place) throws IOException {
        try (Home opened = home.open()) {
            var scanning = new Scanning(opened, Formats.installed(), console);
            CollectionDescriptor descriptor = scanning.descriptor(folder);
            if (descriptor.files() == null) {
                throw new Refusal(Diagnostic.error(
                                IngestCode.NO_FILES_SECTION,
                                "the descriptor of `%s` has no `files`"
                                        .formatted(descriptor.about().id()))
                        .helped(
                                "`herald ingest` registers the files that tables are read from; `files` tells which others"
                                        + " there are, and what to take from them"));
            }
            if (watch) {
                console.err().printf("watching %s  (Ctrl-C ends)%n", place);
                new Watching(scanning, console, duration(quiet), duration(every)).run(descriptor, place);
                Thread.interrupted(); // what follows lets the home go, and is not to be hurried
            } else {
                scanning.once(descriptor, place, List.of());
            }
        }
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(Math.clamp(seconds, 0, 1e6) * 1000));
    }
}
