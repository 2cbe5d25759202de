package org.heralddata.formats.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.ExaminedFile;
import org.heralddata.spi.Extracted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SidecarExtractorTest {

    @TempDir
    private Path folder;

    @Test
    void readsLinesOfKeysAndValues() throws IOException {
        String text =
                "# a comment: no\n run = 7 \nstart: 2004-01-01T00:00:00\nrun = 8\nbare\n= 3\nnote # x = 1\nempty =\n";
        assertThat(value(text, "run")).contains("7");
        assertThat(value(text, "start")).contains("2004-01-01T00:00:00");
        assertThat(value(text, "empty")).contains("");
        for (String none : new String[] {"bare", "note", "a comment", "", "x"}) {
            assertThat(value(text, none)).as(none).isEmpty();
        }
    }

    @Test
    void readsALineOfAnyLengthSoon() {
        String blanks = " ".repeat(500_000);
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            assertThat(value("a" + blanks + "b" + blanks, "a")).isEmpty();
            assertThat(value("run = 1" + blanks + "x", "run")).contains("1" + blanks + "x");
        });
    }

    @Test
    void refusesWhatIsNestedTooDeeply() {
        assertThatThrownBy(() -> value("run.yaml", "[".repeat(5_000), "x")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> value("run.json", "[".repeat(5_000), "x")).isInstanceOf(Refusal.class);
    }

    @Test
    void tellsWhatIsWrongWithoutJava() {
        for (String text : new String[] {"{\"a\": 1} 2.5", "{\"a\": x}", "1".repeat(2_000), "{\"a\": ", "[1"}) {
            assertThatThrownBy(() -> value("run.json", text, "a"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("is not JSON: ")
                    .hasMessageNotContainingAny("java.", "Exception", "Feature", "StreamRead");
        }
        assertThatThrownBy(() -> value("run.json", "{\"a\": 1} 2.5", "a"))
                .hasMessageContaining("more follows after its value");
    }

    private Optional<String> value(String text, String key) throws IOException {
        return value("run.txt", text, key);
    }

    private Optional<String> value(String name, String text, String key) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return new SidecarExtractor()
                .extract(
                        new ExaminedFile(folder.resolve("run.bin"), "run.bin", folder),
                        Map.of("file", name, "key", key))
                .map(Extracted::value);
    }
}
