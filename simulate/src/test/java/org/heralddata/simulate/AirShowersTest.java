package org.heralddata.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Vector;
import org.junit.jupiter.api.Test;

class AirShowersTest {
    private static final int N = 100_000;
    private final AirShowers showers = new AirShowers();
    private final Batch batch = showers.generate(new Simulation.Block(0, N, N), new SplittableRandom(7));

    @Test
    void spectrumIsThatOfTheMassGroupsTogether() {
        double[] zenith = doubles("array_Ze");
        double[] all = doubles("true_E");
        double[] lgE = IntStream.range(0, N)
                .filter(i -> zenith[i] < 20)
                .mapToDouble(i -> all[i])
                .toArray();

        assertThat(index(lgE, 15.0, 15.4)).isCloseTo(expectedIndex(15.0, 15.4), within(0.2));
    }

    @Test
    void kneeBendsTheSpectrumByAThird() {
        assertThat(expectedIndex(14.4, 14.8)).isCloseTo(-2.66, within(0.05));
        assertThat(expectedIndex(16.2, 16.6)).isLessThan(-3.0);
    }

    @Test
    void ironHasMoreMuonsAndFewerElectronsThanProtons() {
        double[] lgE = doubles("true_E");
        long[] a = longs("true_A");
        double[] muons = doubles("array_Nmu");
        double[] electrons = doubles("array_Ne");
        var atPev =
                IntStream.range(0, N).filter(i -> Math.abs(lgE[i] - 15.2) < 0.2).toArray();

        assertThat(mean(muons, atPev, a, 56)).isGreaterThan(mean(muons, atPev, a, 1) + 0.1);
        assertThat(mean(electrons, atPev, a, 56)).isLessThan(mean(electrons, atPev, a, 1) - 0.1);
    }

    @Test
    void inclinedShowersAreRarerThanGeometryAloneMakesThem() {
        double meanSinSquared = Arrays.stream(doubles("array_Ze"))
                .map(z -> Math.pow(Math.sin(Math.toRadians(z)), 2))
                .average()
                .orElseThrow();

        assertThat(meanSinSquared).isBetween(0.1, 0.33);
        assertThat(Arrays.stream(doubles("array_Az"))).allMatch(az -> az >= 0 && az < 360);
    }

    @Test
    void noShowerIsTooWeakForTheArray() {
        assertThat(Arrays.stream(doubles("array_Ne")).min().orElseThrow()).isGreaterThan(2.2);
        assertThat(Arrays.stream(doubles("array_Age"))).allMatch(age -> age >= 0.1 && age < 1.48);
    }

    @Test
    void timesRiseThroughTheBlock() {
        long[] seconds = longs("Gt");
        long[] nanoseconds = longs("Mt");

        assertThat(IntStream.range(1, N)
                        .allMatch(i -> seconds[i] > seconds[i - 1]
                                || (seconds[i] == seconds[i - 1] && nanoseconds[i] >= nanoseconds[i - 1])))
                .isTrue();
        assertThat(Arrays.stream(nanoseconds)).allMatch(ns -> ns >= 0 && ns < 1_000_000_000);
    }

    @Test
    void someEventsHaveEachComponentAndOneInFiftyItsStations() {
        assertThat(present("grande_Nch")).isBetween(N / 100, N / 2);
        assertThat(present("calorimeter_Nhad")).isBetween(N / 1000, N / 5);
        assertThat(present("stations_Id")).isEqualTo(N / 50);
        var ids = (Vector.Lists) vector("stations_Id");
        var deposits = (Vector.Lists) vector("stations_EDeposit");
        assertThat(ids.offsets()).isEqualTo(deposits.offsets());
        assertThat(Arrays.stream(((Vector.Longs) ids.elements()).values())).allMatch(id -> id >= 1 && id <= 252);
    }

    @Test
    void sameSeedGivesSameEvents() {
        Batch again = showers.generate(new Simulation.Block(0, N, N), new SplittableRandom(7));
        Batch other = showers.generate(new Simulation.Block(0, N, N), new SplittableRandom(8));

        assertThat(((Vector.Doubles) again.vectors().get(6)).values()).isEqualTo(doubles("array_E"));
        assertThat(((Vector.Doubles) other.vectors().get(6)).values()).isNotEqualTo(doubles("array_E"));
    }

    @Test
    void lateralDistributionHoldsAllElectrons() {
        double age = 1.1;
        double sum = 0;
        double step = 0.001;
        for (double lnX = -14; lnX < 12; lnX += step) {
            double x = Math.exp(lnX);
            sum += 2 * Math.PI * x * x * KascadeArray.shape(x, age) * step;
        }
        assertThat(sum * KascadeArray.normalisation(age)).isCloseTo(1, within(0.001));
    }

    private double[] doubles(String name) {
        return ((Vector.Doubles) vector(name)).values();
    }

    private long[] longs(String name) {
        return ((Vector.Longs) vector(name)).values();
    }

    private int present(String name) {
        BitSet nulls = vector(name).nulls();
        return N - (nulls == null ? 0 : nulls.cardinality());
    }

    private Vector vector(String name) {
        var columns = showers.header(N).columns();
        int i = IntStream.range(0, columns.size())
                .filter(k -> columns.get(k).name().equals(name))
                .findFirst()
                .orElseThrow();
        return batch.vectors().get(i);
    }

    /** Differential index γ from the counts in both halves of an interval of lgE: dN/dlgE ∝ 10^((γ+1) lgE). */
    private static double index(double[] lgE, double from, double to) {
        double middle = (from + to) / 2;
        double low = Arrays.stream(lgE).filter(e -> e >= from && e < middle).count();
        double high = Arrays.stream(lgE).filter(e -> e >= middle && e < to).count();
        return Math.log10(high / low) / (middle - from) - 1;
    }

    private static double expectedIndex(double from, double to) {
        double middle = (from + to) / 2;
        return Math.log10(expected(middle, to) / expected(from, middle)) / (middle - from) - 1;
    }

    private static double expected(double from, double to) {
        double sum = 0;
        for (double lgE = from; lgE < to; lgE += 0.001) {
            double energyEv = Math.pow(10, lgE);
            sum += Arrays.stream(MassGroup.values())
                    .mapToDouble(g -> energyEv * g.flux(energyEv))
                    .sum();
        }
        return sum;
    }

    private static double mean(double[] values, int[] rows, long[] a, int massNumber) {
        return Arrays.stream(rows)
                .filter(i -> a[i] == massNumber)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
    }
}
