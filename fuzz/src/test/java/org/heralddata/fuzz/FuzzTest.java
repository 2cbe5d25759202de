package org.heralddata.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.heralddata.testkit.ProjectRoot;
import org.heralddata.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every reader on damaged files: what was found once, and some thousand more. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class FuzzTest {
    private static final long INPUTS = 5_000;
    private static final long SEED = 20_261_121;

    @TempDir
    private Path folder;

    @Test
    void nothingFoundOnceComesBack() throws IOException, InterruptedException {
        SharedData.file("README.md");
        Path seeds = ProjectRoot.path().resolve("fuzz/src/test/resources/org/heralddata/fuzz/seeds.txt");
        try (var run = new FuzzRun(folder.resolve("work"))) {
            run.replay(Files.readAllLines(seeds));
            assertThat(told(run.findings())).isEmpty();
            assertThat(run.gone()).as("seeds without their sample").isEmpty();
        }
    }

    @Test
    void damagedFilesAreReadOrRefused() throws IOException, InterruptedException {
        SharedData.file("README.md");
        try (var run = new FuzzRun(folder.resolve("work"))) {
            Map<String, Tally> tallies = run.random(SEED, INPUTS, List.of());
            assertThat(told(run.findings())).isEmpty();
            assertThat(tallies.values().stream().mapToLong(Tally::inputs).sum()).isEqualTo(INPUTS);
            tallies.forEach((format, tally) -> {
                assertThat(tally.read()).as("%s read", format).isPositive();
                if (!format.equals("from-text")) { // an expression that finds nothing is no refusal
                    assertThat(tally.refused()).as("%s refused", format).isPositive();
                }
            });
        }
    }

    private static String told(List<Finding> findings) {
        return findings.stream()
                .map(f -> f.kind() + "\n" + f.input() + "\n" + f.text())
                .collect(Collectors.joining("\n\n"));
    }
}
