package org.heralddata.store.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.heralddata.store.StoreDiagnostic;
import org.junit.jupiter.api.Test;

class StoreDiagnosticTest {

    @Test
    void everyCodeStandsInTheReferenceOnce() throws IOException {
        Path page = Path.of(System.getProperty("herald.root"), "docs/reference/diagnostics/store.md");
        assertThat(Files.readAllLines(page).stream()
                        .filter(line -> line.startsWith("| S"))
                        .map(line -> line.substring(2, 6)))
                .containsExactlyElementsOf(Arrays.stream(StoreDiagnostic.values())
                        .map(StoreDiagnostic::id)
                        .toList());
    }
}
