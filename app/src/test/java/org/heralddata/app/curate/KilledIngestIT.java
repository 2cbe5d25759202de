package org.heralddata.app.curate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.heralddata.app.Main;
import org.heralddata.app.RunHerald;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.catalogue.Release;
import org.heralddata.store.home.Fixity;
import org.heralddata.store.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole command, killed without mercy: earlier releases stay, nothing else does. */
class KilledIngestIT {
    private static final CollectionId ID = new CollectionId("killed");
    private static final int ROWS = 400_000;

    @TempDir
    Path folder = Path.of("");

    @Test
    void leavesTheFormerReleaseAndNoRubbishWheneverItIsKilled() throws IOException, InterruptedException {
        Path home = folder.resolve("home");
        describe();
        events(1_000);
        assertThat(ingest(home).status()).isZero();
        events(ROWS);
        var random = new SplittableRandom(20_261_121);
        int killed = 0;
        for (int attempt = 0; attempt < 3; attempt++) {
            killed += killAfter(random.nextInt(600, 3_000), home) ? 1 : 0;
            check(home);
        }
        assertThat(killed).as("ingests that were killed before they ended").isPositive();

        boolean published = releases(home).size() > 1;
        RunHerald.Outcome again = ingest(home);
        assertThat(again.err()).contains(published ? "killed:" : "400,000 rows");
        assertThat(again.status()).isZero();
    }

    private static List<Release> releases(Path place) throws IOException {
        try (Home home = Home.open(place)) {
            return home.catalogue().releases(ID);
        }
    }

    private void check(Path place) throws IOException {
        try (Home home = Home.open(place)) {
            List<Release> releases = home.catalogue().releases(ID);
            assertThat(releases.getLast().tables().getFirst().rows()).isEqualTo(1_000);
            assertThat(releases)
                    .allSatisfy(release ->
                            assertThat(release.tables().getFirst().rows()).isIn(1_000L, (long) ROWS));
            // a release in the making is cleared away when the next one begins
            home.begin(ID, Optional.of("probe")).close();
            assertThat(Fixity.check(home, Optional.of(ID)).diagnostics()).isEmpty();
        }
    }

    /** True if the command was still at work. */
    private boolean killAfter(int milliseconds, Path home) throws IOException, InterruptedException {
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "ingest",
                folder.resolve("collection.yaml").toString(),
                "--home",
                home.toString());
        Process process = command.redirectErrorStream(true)
                .redirectOutput(folder.resolve("ingest.log").toFile())
                .start();
        boolean ended = process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        return !ended;
    }

    private RunHerald.Outcome ingest(Path home) {
        return RunHerald.with("ingest", folder.resolve("collection.yaml").toString(), "--home", home.toString());
    }

    private void events(int rows) throws IOException {
        var text = new StringBuilder("id,energy\n");
        for (int i = 0; i < rows; i++) {
            text.append(i).append(',').append(i * 0.25).append('\n');
        }
        Files.writeString(folder.resolve("events.csv"), text, UTF_8);
    }

    private void describe() throws IOException {
        Files.writeString(folder.resolve("collection.yaml"), """
                herald: 1
                id: killed
                title: To be killed
                description: Made by a test.
                messenger: neutrino
                creators: [{name: Herald}]
                licence: CC0-1.0
                tables:
                  events:
                    description: One row an event
                    source: {files: events.csv}
                    key: [id]
                    columns:
                      - {name: id, source: id, ucd: meta.id, description: Number}
                      - {name: energy, source: energy, unit: GeV, ucd: phys.energy, description: Energy}
                """, UTF_8);
    }
}
