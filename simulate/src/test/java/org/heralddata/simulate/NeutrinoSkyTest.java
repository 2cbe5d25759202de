package org.heralddata.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Vector;
import org.junit.jupiter.api.Test;

class NeutrinoSkyTest {
    private static final int N = 8_754;
    private final Batch batch = new NeutrinoSky().generate(new Simulation.Block(0, N, N), new SplittableRandom(1));
    private final double[] dec = ((Vector.Doubles) batch.vectors().get(0)).values();
    private final double[] ra = ((Vector.Doubles) batch.vectors().get(1)).values();

    @Test
    void seesTheSouthernSkyAndNotTheCelestialNorth() {
        assertThat(Arrays.stream(dec).max().orElseThrow()).isLessThan(60);
        assertThat(Arrays.stream(dec).min().orElseThrow()).isLessThan(-85);
    }

    @Test
    void rightAscensionIsUniform() {
        assertThat(Arrays.stream(ra).average().orElseThrow()).isCloseTo(180, within(5.0));
    }

    @Test
    void sourceStandsOutOfItsSurroundings() {
        long near = IntStream.range(0, N)
                .filter(i -> Math.hypot(
                                dec[i] - NeutrinoSky.SOURCE_DEC_DEG,
                                (ra[i] - NeutrinoSky.SOURCE_RA_DEG) * Math.cos(Math.toRadians(dec[i])))
                        < 1)
                .count();
        assertThat(near).isGreaterThan(8);
    }
}
