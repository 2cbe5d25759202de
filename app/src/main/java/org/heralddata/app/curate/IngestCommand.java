package org.heralddata.app.curate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.app.console.HomeOption;
import org.heralddata.spi.Formats;
import org.heralddata.store.home.Home;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code herald ingest DIR}. */
@Command(
        name = "ingest",
        description = "Make a new release of the collection described in DIR, atomically, or none.",
        mixinStandardHelpOptions = true)
public final class IngestCommand implements Callable<Integer> {
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

    @Option(names = "--release", paramLabel = "NAME", description = "name of the release (default: r1, r2, …)")
    private @Nullable String release;

    @Option(names = "--force", description = "make a release even if nothing has changed")
    private boolean force;

    public IngestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path place = folder.toAbsolutePath();
        Path beside = Files.isDirectory(place) ? place : Objects.requireNonNull(place.getParent());
        var job = new Ingesting.Job(folder, data == null ? beside : data, release, force);
        try (Home opened = home.open()) {
            Ingesting.run(job, opened, Formats.installed(), console);
        }
        return ExitStatus.DONE.code();
    }
}
