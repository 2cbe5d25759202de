package org.heralddata.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * The 252 stations of KASCADE's array and what a shower leaves in each: 16 x 16 on a grid of 13 m, without the four in the
 * middle (Antoni et al. 2003, Nucl. Instrum. Meth. A 513, 490). Stateless.
 */
final class KascadeArray {
    private static final int SIDE = 16;
    private static final double SPACING_M = 13;

    /** Moliere radius used for KASCADE's fits of electrons, m. */
    private static final double MOLIERE_RADIUS_M = 89;

    /** Area of the electron detectors of one station, m². */
    private static final double AREA_M2 = 3.1;

    /** Mean energy that one particle leaves in 5 cm of liquid scintillator, MeV. */
    private static final double DEPOSIT_MEV = 8.5;

    private static final double LIGHT_M_PER_NS = 0.299792458;

    private static final List<Station> STATIONS = stations();

    private KascadeArray() {}

    /**
     * A station.
     *
     * @param id 1 to 252, row by row from the south-west
     * @param x  m to the east of the centre
     * @param y  m to the north of the centre
     */
    record Station(int id, double x, double y) {}

    private static List<Station> stations() {
        List<Station> all = new ArrayList<>();
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                boolean centre = (row == 7 || row == 8) && (column == 7 || column == 8);
                if (!centre) {
                    all.add(new Station(all.size() + 1, (column - 7.5) * SPACING_M, (row - 7.5) * SPACING_M));
                }
            }
        }
        return List.copyOf(all);
    }

    /** All stations as CSV. */
    static String csv() {
        return STATIONS.stream()
                .map(s -> "%d,%s,%s\n".formatted(s.id(), s.x(), s.y()))
                .collect(Collectors.joining("", "id,x,y\n", ""));
    }

    /** Takes the deposit of one station. */
    interface Sink {
        /**
         * @param station   1 to 252
         * @param depositMeV above 0
         * @param arrivalNs against the shower plane through the centre of the array
         */
        void accept(int station, double depositMeV, double arrivalNs);
    }

    /**
     * Drops one shower on the array.
     *
     * @param electrons  number at ground
     * @param age        lateral age
     * @param zenithRad  zenith distance
     * @param azimuthRad from north to east
     */
    static void deposit(
            double electrons,
            double age,
            double coreXM,
            double coreYM,
            double zenithRad,
            double azimuthRad,
            SplittableRandom random,
            Sink sink) {
        double east = Math.sin(zenithRad) * Math.sin(azimuthRad);
        double north = Math.sin(zenithRad) * Math.cos(azimuthRad);
        double norm = normalisation(age) * electrons / (MOLIERE_RADIUS_M * MOLIERE_RADIUS_M);
        for (Station station : STATIONS) {
            double x = station.x();
            double y = station.y();
            double dx = x - coreXM;
            double dy = y - coreYM;
            double along = dx * east + dy * north;
            double distance = Math.sqrt(Math.max(1, dx * dx + dy * dy - along * along));
            double expected = norm * shape(distance / MOLIERE_RADIUS_M, age) * AREA_M2 * Math.cos(zenithRad);
            int particles = poisson(expected, random);
            if (particles > 0) {
                double landau = Math.exp(0.35 * random.nextGaussian() / Math.sqrt(particles));
                double curvature = distance * distance / (2 * 2000) / LIGHT_M_PER_NS;
                double arrival = -(x * east + y * north) / LIGHT_M_PER_NS + curvature + 3 * random.nextGaussian();
                sink.accept(station.id(), particles * DEPOSIT_MEV * landau, arrival);
            }
        }
    }

    /** Nishimura-Kamata-Greisen: {@code x^(s−2) (1 + x)^(s−4.5)} at x Moliere radii. */
    static double shape(double x, double age) {
        return Math.pow(x, age - 2) * Math.pow(1 + x, age - 4.5);
    }

    /** {@code Γ(4.5−s) / (2π Γ(s) Γ(4.5−2s))}, for ages of 0.5 to 1.9. */
    static double normalisation(double age) {
        return Math.exp(logGamma(4.5 - age) - logGamma(age) - logGamma(4.5 - 2 * age)) / (2 * Math.PI);
    }

    /** Stirling's series after shifting to above 7; relative error below 1e-9 for x > 0. */
    static double logGamma(double x) {
        double shift = 0;
        double z = x;
        while (z < 7) {
            shift -= Math.log(z);
            z++;
        }
        return shift
                + (z - 0.5) * Math.log(z)
                - z
                + 0.5 * Math.log(2 * Math.PI)
                + 1 / (12 * z)
                - 1 / (360 * z * z * z)
                + 1 / (1260 * Math.pow(z, 5));
    }

    /** Number of particles: exact below 30 (Knuth's product), else the normal limit. */
    static int poisson(double mean, SplittableRandom random) {
        if (mean >= 30) {
            return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            count++;
            product *= random.nextDouble();
        }
        return count;
    }
}
