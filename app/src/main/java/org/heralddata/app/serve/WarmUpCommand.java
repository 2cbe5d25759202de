package org.heralddata.app.serve;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.Callable;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.serve.HeraldServer;
import org.heralddata.serve.ServerSettings;
import org.heralddata.serve.node.Node;
import org.heralddata.simulate.SimulationKind;
import org.heralddata.store.home.Home;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/**
 * {@code herald warm-up}: does in a home of its own what visitors do, so that the launcher can record which classes a start
 * needs. Not for users.
 */
@Command(name = "warm-up", description = "Record what a start needs.", hidden = true)
public final class WarmUpCommand implements Callable<Integer> {
    private static final List<String> PATHS = List.of(
            "/",
            "/events",
            "/collections/kascade-demo",
            "/collections/kascade-demo/events",
            "/api/v1/collections",
            "/api/v1/collections/kascade-demo/tables/events/count?where=array_e%3E15",
            "/api/v1/collections/kascade-demo/tables/events/histogram?column=array_e&bins=40",
            "/api/v1/collections/gamma-demo/tables/events/rows?format=json&limit=5",
            "/tap/sync?LANG=ADQL&QUERY=SELECT+TOP+5+*+FROM+%22gamma-demo%22.events");

    private final Console console;

    public WarmUpCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("herald-warm-up");
        try (Home home = Home.open(folder)) {
            var demo = new DemoCollections(home, console);
            for (SimulationKind kind : SimulationKind.values()) {
                demo.make(kind, 1_000);
            }
            visit(home);
        } finally {
            delete(folder);
        }
        return ExitStatus.DONE.code();
    }

    private static void visit(Home home) throws IOException, InterruptedException {
        try (Services services = Services.of(home);
                HeraldServer server = services.serve(new ServerSettings("127.0.0.1", 0, Node.UNREGISTERED));
                HttpClient visitor = HttpClient.newHttpClient()) {
            for (String path : PATHS) {
                var address = URI.create("http://127.0.0.1:%d%s".formatted(server.port(), path));
                visitor.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failed) throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
