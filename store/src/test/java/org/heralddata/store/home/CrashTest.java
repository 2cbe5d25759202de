package org.heralddata.store.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.heralddata.model.catalogue.Release;
import org.heralddata.store.TableScan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that publishes is killed at random moments. */
class CrashTest {
    private static final int KILLS = 5;

    @TempDir
    Path folder;

    @Test
    void aKilledReleaseLeavesOthersAsTheyWereAndNoRubbish() throws IOException, InterruptedException {
        String database = TestHomes.newDatabase();
        var random = new Random(20261121);
        int releases = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            try (Child publisher = Child.start(RestlessPublisher.class, folder.toString(), database)) {
                for (int begun = random.nextInt(1, 3); begun > 0; begun--) {
                    publisher.await("begin");
                }
                Thread.sleep(random.nextInt(700));
                publisher.kill();
            }
            try (Home home = Home.open(folder, new HomeOptions(Optional.of(database)))) {
                List<Release> present = home.catalogue().releases(Samples.ID);
                assertThat(present.size()).isGreaterThanOrEqualTo(releases);
                releases = present.size();
                present.forEach(release -> assertComplete(home, release));
                home.begin(Samples.ID, Optional.empty()).close();
                assertThat(Fixity.check(home, Optional.of(Samples.ID)).diagnostics())
                        .isEmpty();
                present.forEach(release -> assertComplete(home, release));
                try (Stream<Path> staged = Files.list(home.folders().staging())) {
                    assertThat(staged).isEmpty();
                }
            }
        }
        assertThat(releases).isPositive();
    }

    private static void assertComplete(Home home, Release release) {
        for (String table : List.of("events", "others")) {
            TableScan scan = home.catalogue().scan(release, table);
            assertThat(Parquet.query(scan, "", "SELECT count(*) FROM scan"))
                    .containsExactly(List.of(Integer.toString(RestlessPublisher.ROWS)));
            try {
                assertThat(home.warehouse().iceberg().dataFiles(Samples.ID, table, release.name()))
                        .containsExactlyInAnyOrderElementsOf(scan.files().stream()
                                .map(TableScan.ScanFile::path)
                                .toList());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
