package org.heralddata.app.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.heralddata.app.console.AppCode;
import org.heralddata.app.console.Console;
import org.heralddata.app.files.WatchedFolders;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.query.DataService;
import org.heralddata.serve.HeraldServer;
import org.heralddata.store.home.Home;
import org.jspecify.annotations.Nullable;

/** A home that is served, from start to Ctrl-C. */
final class Site {

    private Site() {}

    /** Refuses at once if the port is taken, before anything is done that takes time. */
    static void requireFree(@Nullable String address, int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, address == null ? null : InetAddress.getByName(address))) {
            // that it could be opened is all
        } catch (IOException taken) {
            throw portTaken(port, taken);
        }
    }

    /** Serves until the process is told to end, then lets everything go in order. */
    static void serve(Home home, ServeOptions options, Watches watches, Console console, Welcome welcome)
            throws IOException, InterruptedException {
        var ended = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        try (WatchedFolders _ = watches.start(home);
                Services services = options.services(home);
                HeraldServer server = services.serve(options.settings(home))) {
            Workplace.mark(home, true).require();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(ended, stopped), "herald-stop"));
            welcome.say(server.port(), services.data());
            ended.await();
            console.err().println("Stopping …");
        } finally {
            home.close();
            stopped.countDown();
        }
    }

    /** Works on jobs until the process is told to end, then gives back those that are not done. */
    static void work(Home home, Supplier<Services> work, Console console, IntConsumer welcome)
            throws InterruptedException {
        var ended = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        try (Services services = work.get()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(ended, stopped), "herald-stop"));
            welcome.accept(services.workers());
            ended.await();
            console.err().println("Stopping …");
        } finally {
            home.close();
            stopped.countDown();
        }
    }

    private static void stop(CountDownLatch ended, CountDownLatch stopped) {
        ended.countDown();
        try {
            stopped.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static Refusal portTaken(int port, IOException taken) {
        return new Refusal(
                Diagnostic.error(AppCode.PORT_TAKEN, "port %d is in use: %s".formatted(port, taken.getMessage()))
                        .helped("stop the program that uses it, or choose another by --port"),
                taken);
    }

    /** Starts to watch the folders of a home's files. */
    interface Watches {
        WatchedFolders start(Home home) throws IOException;
    }

    /** Tells that the site is up. */
    interface Welcome {
        void say(int port, DataService data);
    }
}
