package org.heralddata.app.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.app.console.HomeOption;
import org.heralddata.model.descriptor.CollectionDescriptor;
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

    @Mixin
    private WatchOptions watching = new WatchOptions();

    public ScanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path place = data == null ? WatchedFolders.beside(folder) : data;
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
            CollectionDescriptor descriptor = scanning.descriptorWithFiles(folder);
            if (watch) {
                console.err().printf("watching %s  (Ctrl-C ends)%n", place);
                watching.watching(scanning, console).run(descriptor, place);
                Thread.interrupted(); // what follows lets the home go, and is not to be hurried
            } else {
                scanning.once(descriptor, place, List.of());
            }
        }
    }
}
