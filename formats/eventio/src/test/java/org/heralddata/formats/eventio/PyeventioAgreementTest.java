package org.heralddata.formats.eventio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.TableFile;
import org.heralddata.testkit.Oracle;
import org.heralddata.testkit.SharedData;
import org.heralddata.testkit.Sums;
import org.junit.jupiter.api.Test;

/** Every sample has the rows and sums that pyeventio finds, and nothing of it is left out. */
class PyeventioAgreementTest {

    @Test
    void sumsAreThoseOfPyeventio() throws IOException {
        List<Path> samples = SharedData.files(
                "iact-eventio", name -> name.matches(".*\\.(gz|zst|eventio|dat)") && !name.startsWith("atmprof"));
        assertThat(samples).hasSize(13);
        List<String> told = Oracle.python("eventio")
                .run(script(), samples.toArray())
                .lines()
                .toList();
        SoftAssertions all = new SoftAssertions();
        for (Path sample : samples) {
            try (TableFile file = new EventioTableReader().open(sample, ReadOptions.NONE)) {
                String start = sample + " ";
                List<String> lines = told.stream()
                        .filter(line -> line.startsWith(start))
                        .map(line -> line.substring(start.length()))
                        .toList();
                Map<String, Double> ours = Sums.of(file);
                all.assertThatCode(() -> Sums.compare(ours, lines, 2e-6))
                        .as(sample.getFileName().toString())
                        .doesNotThrowAnyException();
                all.assertThat(file.notices())
                        .as(sample.getFileName().toString())
                        .isEmpty();
            }
        }
        all.assertAll();
    }

    private static String script() throws IOException {
        try (InputStream in = Objects.requireNonNull(PyeventioAgreementTest.class.getResourceAsStream("sums.py"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
