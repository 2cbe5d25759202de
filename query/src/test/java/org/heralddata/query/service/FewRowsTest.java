package org.heralddata.query.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Vector;
import org.junit.jupiter.api.Test;

class FewRowsTest {
    @Test
    void longTextsBytesAndListsAreNotKept() {
        assertThat(kept(new Vector.Doubles(new double[1], 1, null))).isTrue();
        assertThat(kept(new Vector.Strings(new String[] {"word"}, 1, null))).isTrue();
        assertThat(kept(new Vector.Strings(new String[] {"word ".repeat(30_000)}, 1, null)))
                .isFalse();
        assertThat(kept(new Vector.Blobs(new byte[][] {new byte[200_000]}, 1, null)))
                .isFalse();
        assertThat(kept(new Vector.Lists(
                        new int[] {0, 20_000}, new Vector.Longs(new long[20_000], 20_000, null), 1, null)))
                .isFalse();
    }

    private static boolean kept(Vector vector) {
        return new FewRows(List.of(), List.of(new Batch(1, List.of(vector)))).areSmall();
    }
}
