package org.heralddata.app.serve;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.app.console.HomeOption;
import org.heralddata.app.files.WatchOptions;
import org.heralddata.app.files.WatchedFolders;
import org.heralddata.store.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code herald serve}. */
@Command(name = "serve", description = "Serve a home until Ctrl-C.", mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private ServeOptions serve = new ServeOptions();

    @Option(
            names = "--watch",
            paramLabel = "DIR[=DATA]",
            description =
                    "register the files of the collection described in DIR as they come (below DATA if they are not in"
                            + " DIR); as often as needed")
    private List<String> watched = List.of();

    @Mixin
    private WatchOptions watching = new WatchOptions();

    public ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        serve.requireFree();
        Site.serve(home.open(), serve, this::watch, console, (port, data) -> {
            int collections = data.collections().size();
            console.out()
                    .printf(
                            "Herald serves %d collection%s from %s at %s  (Ctrl-C ends)%n",
                            collections, collections == 1 ? "" : "s", home.path(), serve.url(port));
            if (collections == 0) {
                console.out()
                        .println(
                                "The home is empty: `herald ingest DIR` makes a release, `herald demo` shows an example.");
            }
        });
        return ExitStatus.DONE.code();
    }

    private WatchedFolders watch(Home opened) throws IOException {
        return WatchedFolders.start(watched, watching, opened, console);
    }
}
