package org.heralddata.app.serve;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.app.console.HomeOption;
import org.heralddata.app.files.WatchedFolders;
import org.heralddata.store.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code herald demo}. */
@Command(
        name = "demo",
        description = "Make a home, simulate and ingest three collections, serve them.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private ServeOptions serve = new ServeOptions();

    public DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        serve.requireFree();
        Home opened = home.open();
        try {
            new DemoCollections(opened, console).makeMissing();
        } catch (IOException | RuntimeException failed) {
            opened.close();
            throw failed;
        }
        Site.serve(opened, serve, _ -> WatchedFolders.none(), console, (port, _) -> welcome(serve.url(port)));
        return ExitStatus.DONE.code();
    }

    private void welcome(String url) {
        console.out().printf("""

                Herald is at  %1$s   (Ctrl-C ends; the data are in %2$s)

                Try
                  the data shop    %1$s/collections/kascade-demo/events
                  a selection      %1$s/collections/gamma-demo/events?where=cone(ra,dec,83.633,22.014,0.15+deg)
                  all experiments  %1$s/events
                  the REST API     curl '%1$s/api/v1/collections/kascade-demo/tables/events/count?where=array_e>16'
                """, url, home.path());
    }
}
