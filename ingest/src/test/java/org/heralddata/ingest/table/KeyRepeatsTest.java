package org.heralddata.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyRepeatsTest {

    @Test
    void countsRowsWhoseKeyWasSeenBefore() {
        try (var repeats = new KeyRepeats()) {
            for (long hash : new long[] {1, 2, 1, -1, 1, 0, Long.MIN_VALUE, -1}) {
                repeats.add(hash);
            }
            assertThat(repeats.repeated()).isEqualTo(3);
        }
    }

    @Test
    void countsMoreThanItKeepsInMemory() {
        try (var repeats = new KeyRepeats()) {
            for (int pass = 0; pass < 2; pass++) {
                var random = new Random(3);
                for (int i = 0; i < 1_000_000; i++) {
                    repeats.add(random.nextLong());
                }
            }
            assertThat(repeats.repeated()).isEqualTo(1_000_000);
        }
    }
}
