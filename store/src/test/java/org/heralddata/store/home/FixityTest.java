package org.heralddata.store.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.store.StoreDiagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixityTest {
    @TempDir
    Path folder;

    @Test
    void namesMissingChangedAndUnknownFiles() throws IOException {
        try (Home home = TestHomes.open(folder)) {
            List<Path> files = List.of("whole", "missing", "longer", "flipped").stream()
                    .map(name -> home.catalogue()
                            .scan(Samples.publish(home, name, 100), "events")
                            .files()
                            .getFirst()
                            .path())
                    .toList();
            Files.delete(files.get(1));
            Files.write(files.get(2), new byte[1], java.nio.file.StandardOpenOption.APPEND);
            byte[] bytes = Files.readAllBytes(files.get(3));
            bytes[bytes.length / 2] ^= 1;
            Files.write(files.get(3), bytes);
            Files.writeString(folder.resolve("warehouse/toy/events/notes.txt"), "mine");

            Fixity.Report report = Fixity.check(home, Optional.of(Samples.ID));

            assertThat(report.files()).isEqualTo(4);
            assertThat(report.diagnostics())
                    .extracting(Diagnostic::code)
                    .containsExactlyInAnyOrder(
                            StoreDiagnostic.FILE_MISSING,
                            StoreDiagnostic.FILE_CHANGED,
                            StoreDiagnostic.FILE_CHANGED,
                            StoreDiagnostic.FILE_UNKNOWN);
            assertThat(report.diagnostics())
                    .extracting(Diagnostic::message)
                    .anyMatch(message -> message.contains("missing-00000.parquet"))
                    .anyMatch(message -> message.contains("longer-00000.parquet"))
                    .anyMatch(message -> message.contains("flipped-00000.parquet"))
                    .anyMatch(message -> message.contains("notes.txt"));
        }
    }
}
