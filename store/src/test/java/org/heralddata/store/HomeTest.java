package org.heralddata.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.heralddata.model.catalogue.Release;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @Test
    void keepsReleasesOverAReopening(@TempDir Path folder) {
        Release made;
        try (Home home = Home.open(folder.resolve("home"))) {
            made = Samples.publish(home, null, 1000);
            assertThat(home.catalogue().latest(Samples.ID)).contains(made);
        }
        try (Home home = Home.open(folder.resolve("home"))) {
            Release read = home.catalogue().latest(Samples.ID).orElseThrow();
            assertThat(read).isEqualTo(made);
            assertThat(read.name()).isEqualTo("r1");
            TableScan scan = home.catalogue().scan(read, "events");
            assertThat(scan.files()).hasSize(1).allSatisfy(file -> {
                assertThat(file.rows()).isEqualTo(1000);
                assertThat(Files.size(file.path())).isEqualTo(file.bytes());
                assertThat(file.maxSortKey()).isEqualTo(1_700_000_000_000_000L);
            });
            assertThat(scan.columns()).extracting(TableScan.ScanColumn::fieldId).containsExactly(1, 2, 3, 4);
        }
    }
}
