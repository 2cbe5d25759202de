package org.heralddata.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.heralddata.model.descriptor.SourceDescriptor;
import org.heralddata.model.diagnostic.DiagnosticText;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.Formats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesTest {
    private static final Formats NONE = new Formats(List.of(), List.of());

    @TempDir
    Path folder;

    @Test
    void findsFilesByPatternInOrder() throws IOException {
        make("b.h5", "a.h5", "sub/c.h5", "sub/deep/d.h5", "e.txt", ".hidden.h5", ".git/f.h5");
        assertThat(find("*.h5")).containsExactly("a.h5", "b.h5");
        assertThat(find("**/*.h5")).containsExactly("a.h5", "b.h5", "sub/c.h5", "sub/deep/d.h5");
        assertThat(find("sub/*.h5")).containsExactly("sub/c.h5");
        assertThat(find("{a,e}.*")).containsExactly("a.h5", "e.txt");
        assertThat(find("e.txt", "*.h5", "a.h5")).containsExactly("e.txt", "a.h5", "b.h5");
    }

    @Test
    void refusesPatternsWithoutFilesAllTogether() throws IOException {
        make("a.h5");
        Files.createDirectory(folder.resolve("folder.csv"));
        Refusal refusal = Objects.requireNonNull(
                catchThrowableOfType(Refusal.class, () -> find("*.csv", "a.h5", "no/such/*.txt", "gone.h5")));
        assertThat(refusal.diagnostics()).hasSize(3);
        assertThat(DiagnosticText.render(refusal.diagnostics()))
                .contains("I001", "no file matches `*.csv`", "`no/such/*.txt`", "`gone.h5`", folder.toString());
        assertThatThrownBy(() -> SourceFiles.find(source("*"), folder.resolve("none"), NONE))
                .isInstanceOf(Refusal.class)
                .hasMessage("there is no data folder to find `*` in");
    }

    @Test
    void tellsOfFilesThatChange() throws IOException, InterruptedException {
        make("a.h5");
        DataPath file = DataPath.of(folder, folder.resolve("a.h5"));
        try (var checksums = new Checksums(List.of(file))) {
            assertThat(checksums.state(file).sha256())
                    .isEqualTo("d02afc90c38fa5066e787040b91eaeb33b840928aaae85561eb54869fd6a668d");
            Files.writeString(file.path(), "something longer");
            assertThatThrownBy(() -> checksums.state(file))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("the file changed while it was read");
        }
    }

    private List<String> find(String... patterns) throws IOException {
        return SourceFiles.find(source(patterns), folder, NONE).files().stream()
                .map(DataPath::relative)
                .toList();
    }

    private static SourceDescriptor source(String... patterns) {
        return new SourceDescriptor(List.of(patterns), null, null, null, Map.of());
    }

    private void make(String... names) throws IOException {
        for (String name : names) {
            Path file = folder.resolve(name);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, name);
        }
    }
}
