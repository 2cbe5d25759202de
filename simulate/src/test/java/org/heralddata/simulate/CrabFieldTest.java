package org.heralddata.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Vector;
import org.junit.jupiter.api.Test;

class CrabFieldTest {
    private static final int N = 40_000;
    private final Batch batch = new CrabField().generate(new Simulation.Block(0, N, N), new SplittableRandom(1));

    @Test
    void nebulaStandsOutOfTheBackground() {
        double[] ra = doubles(3);
        double[] dec = doubles(4);
        long on = count(ra, dec, CrabField.CRAB_RA_DEG, CrabField.CRAB_DEC_DEG);
        long off = count(ra, dec, CrabField.CRAB_RA_DEG + 0.75, CrabField.CRAB_DEC_DEG + 0.75);

        assertThat(on).isGreaterThan(10 * off);
    }

    @Test
    void runsFollowEachOther() {
        long[] runs = ((Vector.Longs) batch.vectors().get(1)).values();

        assertThat(Arrays.stream(runs).distinct().toArray()).containsExactly(1001, 1002, 1003, 1004);
    }

    private double[] doubles(int column) {
        return ((Vector.Doubles) batch.vectors().get(column)).values();
    }

    private static long count(double[] ra, double[] dec, double raDeg, double decDeg) {
        return IntStream.range(0, N)
                .filter(i -> Math.hypot(dec[i] - decDeg, (ra[i] - raDeg) * Math.cos(Math.toRadians(decDeg))) < 0.15)
                .count();
    }
}
