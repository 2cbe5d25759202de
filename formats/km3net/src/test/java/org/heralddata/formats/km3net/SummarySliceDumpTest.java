package org.heralddata.formats.km3net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.heralddata.spi.ReadOptions;
import org.heralddata.spi.TableFile;
import org.heralddata.testkit.Oracle;
import org.heralddata.testkit.SharedData;
import org.heralddata.testkit.Tables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rates and flags of a real slice are those that Jpp itself printed: module, then for each channel kHz, veto and buffer. */
class SummarySliceDumpTest {
    private static final String SLICE = "km3net/online/KM3NeT_00000049_00008456.summaryslice-167941";

    @TempDir
    private Path folder;

    @Test
    void ratesAndFlagsAreThoseOfTheDump() throws IOException {
        Path slice = folder.resolve("slice");
        Oracle.python("uproot").run(script(), SharedData.file(SLICE + ".root"), slice);
        List<String> dump = Files.readAllLines(SharedData.file(SLICE + ".txt"));
        try (TableFile file = new Km3netTableReader().open(slice, ReadOptions.NONE)) {
            List<List<@Nullable Object>> frames =
                    Tables.read(file, "summary_frames", "module_id", "rates", "high_rate_veto", "fifo_full");
            assertThat(frames).hasSameSizeAs(dump).hasSize(103);
            for (int module = 0; module < frames.size(); module++) {
                String[] words = dump.get(module).strip().split("\\s+", -1);
                List<@Nullable Object> frame = frames.get(module);
                assertThat(frame.get(0)).isEqualTo(Long.valueOf(words[0]));
                for (int channel = 0; channel < DaqRows.PMTS; channel++) {
                    double rate = Double.parseDouble(words[1 + 2 * channel]);
                    assertThat((double) element(frame, 1, channel) / 1000).isCloseTo(rate, within(0.051));
                    String flags = words[2 + 2 * channel];
                    assertThat(element(frame, 2, channel)).isEqualTo(flags.charAt(0) == '1');
                    assertThat(element(frame, 3, channel)).isEqualTo(flags.charAt(1) == '1');
                }
            }
        }
    }

    private static Object element(List<@Nullable Object> row, int column, int at) {
        return ((List<?>) Objects.requireNonNull(row.get(column))).get(at);
    }

    private static String script() throws IOException {
        try (InputStream in = Objects.requireNonNull(SummarySliceDumpTest.class.getResourceAsStream("slice.py"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
