package org.heralddata.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrimarySpectrumTest {

    @Test
    void drawsAsOftenAboveTheKneeAsTheFluxSays() {
        int n = 2_000_000;
        var spectrum = new PrimarySpectrum(MassGroup.PROTON, 14, 18);
        var random = new SplittableRandom(11);
        long above =
                IntStream.range(0, n).filter(i -> spectrum.draw(random) > 15.8).count();

        double expected = n * integral(15.8, 18) / integral(14, 18);
        assertThat((double) above).isCloseTo(expected, within(5 * Math.sqrt(expected)));
    }

    @Test
    void triggersHalfOfTheShowersAtThreshold() {
        assertThat(PrimarySpectrum.efficiency(14.4)).isEqualTo(0.5);
        assertThat(PrimarySpectrum.efficiency(15.2)).isGreaterThan(0.99);
    }

    private static double integral(double from, double to) {
        double step = 1e-4;
        double sum = 0;
        for (double lgE = from + step / 2; lgE < to; lgE += step) {
            double energyEv = Math.pow(10, lgE);
            sum += energyEv * MassGroup.PROTON.flux(energyEv) * PrimarySpectrum.efficiency(lgE);
        }
        return sum;
    }
}
