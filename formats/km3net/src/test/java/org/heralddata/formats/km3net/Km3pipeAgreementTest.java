package org.heralddata.formats.km3net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import org.heralddata.testkit.Tables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every sample has the rows and sums that km3pipe finds; the binary detector description those of its text form. */
class Km3pipeAgreementTest {

    @Test
    void sumsAreThoseOfKm3pipe() throws IOException {
        List<Path> samples = SharedData.files("km3net", name -> name.matches(".*\\.(detx|dat|dqd|evt)"));
        assertThat(samples).hasSize(18);
        List<String> told = Oracle.python("km3pipe")
                .run(script(), samples.toArray())
                .lines()
                .toList();
        SoftAssertions all = new SoftAssertions();
        for (Path sample : samples) {
            String start = sample + " ";
            List<String> lines = told.stream()
                    .filter(line -> line.startsWith(start))
                    .map(line -> line.substring(start.length()))
                    .toList();
            Map<String, Double> ours = sums(sample);
            all.assertThatCode(() -> Sums.compare(ours, lines, 2e-7))
                    .as(sample.getFileName().toString())
                    .doesNotThrowAnyException();
        }
        all.assertAll();
    }

    /** The text is rounded to three decimals and more. */
    @Test
    void binaryAndTextOfADetectorAreTheSame() throws IOException {
        for (String table : List.of("modules", "pmts")) {
            List<List<@Nullable Object>> text = rows("km3net/detx/KM3NeT_00000133_20221025.detx", table);
            List<List<@Nullable Object>> binary = rows("km3net/datx/KM3NeT_00000133_20221025.datx", table);
            assertThat(binary).hasSameSizeAs(text).hasSize(table.equals("pmts") ? 11_718 : 399);
            for (int row = 0; row < text.size(); row++) {
                for (int column = 0; column < text.get(row).size(); column++) {
                    Object wanted = text.get(row).get(column);
                    Object found = binary.get(row).get(column);
                    if (wanted instanceof Double number && found instanceof Double other) {
                        assertThat(other)
                                .as("%s, row %d, column %d", table, row, column)
                                .isCloseTo(number, within(6e-4));
                    } else {
                        assertThat(found).isEqualTo(wanted);
                    }
                }
            }
        }
    }

    private static List<List<@Nullable Object>> rows(String sample, String table) throws IOException {
        try (TableFile file = new Km3netTableReader().open(SharedData.file(sample), ReadOptions.NONE)) {
            return Tables.read(file, table);
        }
    }

    private static Map<String, Double> sums(Path sample) throws IOException {
        try (TableFile file = new Km3netTableReader().open(sample, ReadOptions.NONE)) {
            return Sums.of(file);
        }
    }

    private static String script() throws IOException {
        try (InputStream in = Objects.requireNonNull(Km3pipeAgreementTest.class.getResourceAsStream("sums.py"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
