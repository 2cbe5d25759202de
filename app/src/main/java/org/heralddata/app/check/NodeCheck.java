package org.heralddata.app.check;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.heralddata.app.console.Console;
import org.heralddata.app.console.ExitStatus;
import org.heralddata.app.console.HomeOption;
import org.heralddata.app.console.Progress;
import org.heralddata.app.serve.OwnServer;
import org.heralddata.app.settings.HomeSettings;
import org.heralddata.store.home.Home;
import org.jspecify.annotations.Nullable;

/** {@code herald check --vo}: a running server, or the home's own, started for the purpose on a free port. */
final class NodeCheck {
    private final Console console;
    private final boolean json;

    NodeCheck(Console console, boolean json) {
        this.console = console;
        this.json = json;
    }

    /** @param url of the server; null for that of the home's settings, or the home itself where it does not answer */
    ExitStatus run(HomeOption place, @Nullable String url) throws IOException, InterruptedException {
        if (url != null) {
            return ask(url.replaceAll("/+$", ""), null);
        }
        try (Home home = place.open()) {
            Optional<String> published =
                    Optional.ofNullable(HomeSettings.of(home).node().url());
            if (published.isPresent() && answers(published.get())) {
                return ask(published.get(), null);
            }
            published.ifPresent(
                    away -> console.err().printf("%s does not answer: the home is served here to be checked%n", away));
            try (var server = OwnServer.start(home)) {
                return ask(server.url(), published.orElse(null));
            }
        }
    }

    private ExitStatus ask(String url, @Nullable String published) throws InterruptedException {
        CheckReport report = report(url, published);
        if (json) {
            report.printJson(console.out());
        } else {
            report.print(console.out());
        }
        return report.isSound() ? ExitStatus.DONE : ExitStatus.REFUSED;
    }

    private CheckReport report(String url, @Nullable String published) throws InterruptedException {
        try (var node = new RemoteNode(url, published);
                Progress progress = console.progress("checking " + url)) {
            return new CheckReport(url, NodeChecks.run(node, progress));
        }
    }

    private static boolean answers(String url) throws InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            var request = HttpRequest.newBuilder(URI.create(url + "/tap/availability"))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException away) {
            return false;
        }
    }
}
