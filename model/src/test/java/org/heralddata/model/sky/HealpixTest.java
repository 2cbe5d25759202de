package org.heralddata.model.sky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealpixTest {

    @Test
    void numbersCellsAsAstropyHealpixDoes() throws IOException {
        List<String> rows = reference();
        assertThat(rows).hasSizeGreaterThan(500);
        for (String row : rows) {
            String[] cells = row.split(",", -1);
            int order = Integer.parseInt(cells[0]);
            long index = Long.parseLong(cells[3]);
            assertThat(Healpix.index(order, Double.parseDouble(cells[1]), Double.parseDouble(cells[2])))
                    .as(row)
                    .isEqualTo(index);
            var centre = SkyPosition.of(Double.parseDouble(cells[4]), Double.parseDouble(cells[5]));
            assertThat(Healpix.centre(order, index).separationDeg(centre))
                    .as(row)
                    .isLessThan(1e-8);
        }
    }

    @Test
    void centreOfEveryCellIsInThatCell() {
        for (int order = 0; order <= 5; order++) {
            for (long cell = 0; cell < 12L << (2 * order); cell++) {
                SkyPosition centre = Healpix.centre(order, cell);
                assertThat(Healpix.index(order, centre.raDeg(), centre.decDeg()))
                        .isEqualTo(cell);
            }
        }
    }

    @Test
    void lowerOrderIsPrefixOfHigher() {
        var random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            double ra = 360 * random.nextDouble();
            double dec = latitude(random);
            int order = random.nextInt(30);
            assertThat(Healpix.index(order, ra, dec)).isEqualTo(Healpix.index(29, ra, dec) >> (2 * (29 - order)));
        }
    }

    @Test
    void takesPolesAndWholeTurns() {
        assertThat(Healpix.index(29, 0, 90)).isEqualTo((1L << 58) - 1);
        assertThat(Healpix.index(0, 100, -90)).isEqualTo(9);
        assertThat(Healpix.index(29, 360, 10)).isEqualTo(Healpix.index(29, 0, 10));
        assertThat(Healpix.index(29, -1e-18, 10)).isEqualTo(Healpix.index(29, 0, 10));
        assertThat(Healpix.index(29, -270, 10)).isEqualTo(Healpix.index(29, 90, 10));
    }

    @Test
    void refusesWhatIsNotOnTheSky() {
        assertThatIllegalArgumentException().isThrownBy(() -> Healpix.index(29, Double.NaN, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Healpix.index(29, Double.POSITIVE_INFINITY, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Healpix.index(29, 0, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Healpix.index(29, 0, 90.001));
        assertThatIllegalArgumentException().isThrownBy(() -> Healpix.index(30, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Healpix.centre(0, 12));
        assertThatIllegalArgumentException().isThrownBy(() -> Healpix.cone(0, 0, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> Healpix.cone(0, 0, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new HealpixRange(3, 2));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, 1e-6, 1e-3, 0.1, 1, 5, 30, 89, 120, 179.9, 180, 400})
    void coneHoldsEveryPositionWithin(double radius) {
        var random = new Random(7);
        for (int i = 0; i < 100; i++) {
            double ra = i % 5 == 0 ? 359.9999 : 360 * random.nextDouble();
            double dec = i % 7 == 0 ? (i % 2 == 0 ? 89.99 : -90) : latitude(random);
            List<HealpixRange> ranges = Healpix.cone(ra, dec, radius);
            assertThat(ranges).hasSizeBetween(1, 64);
            for (int j = 1; j < ranges.size(); j++) {
                assertThat(ranges.get(j).first())
                        .isGreaterThan(ranges.get(j - 1).last() + 1);
            }
            for (int j = 0; j < 50; j++) {
                double far = Math.min(180, radius) * (j == 0 ? 1 : Math.sqrt(random.nextDouble()));
                SkyPosition p = offset(ra, dec, far, 360 * random.nextDouble());
                long index = Healpix.index(29, p.raDeg(), p.decDeg());
                assertThat(ranges.stream().anyMatch(r -> r.contains(index)))
                        .as("%s %s %s", ra, dec, p)
                        .isTrue();
            }
        }
    }

    @Test
    void coneIsNotMuchLargerThanAsked() {
        double cells = Healpix.cone(83.63, 22.01, 1).stream()
                .mapToDouble(r -> r.last() - r.first() + 1.0)
                .sum();
        double asked = Math.PI / 41_252.96 * Healpix.CELLS;
        assertThat(cells).isBetween(asked, 2 * asked);
    }

    @Test
    void wholeSkyIsOneRange() {
        assertThat(Healpix.cone(10, 10, 180)).containsExactly(new HealpixRange(0, Healpix.CELLS - 1));
    }

    @Test
    void separationIsExactForSmallAndForOppositeDirections() {
        assertThat(SkyPosition.separationDeg(10, 0, 10 + 1e-9, 0)).isCloseTo(1e-9, within(1e-14));
        assertThat(SkyPosition.separationDeg(0, 90, 123, -90)).isCloseTo(180, within(1e-12));
        assertThat(SkyPosition.separationDeg(0, 30, 180, -30)).isCloseTo(180, within(1e-12));
        assertThat(SkyPosition.separationDeg(359.5, 0, 0.5, 0)).isCloseTo(1, within(1e-12));
        assertThat(SkyPosition.separationDeg(0, Double.NaN, 0, 0)).isNaN();
    }

    private static double latitude(Random random) {
        return Math.toDegrees(Math.asin(2 * random.nextDouble() - 1));
    }

    private static SkyPosition offset(double raDeg, double decDeg, double farDeg, double towardsDeg) {
        double dec = Math.toRadians(decDeg);
        double far = Math.toRadians(farDeg);
        double towards = Math.toRadians(towardsDeg);
        double north = Math.cos(far) * Math.cos(dec) - Math.sin(far) * Math.cos(towards) * Math.sin(dec);
        double east = Math.sin(far) * Math.sin(towards);
        double up = Math.cos(far) * Math.sin(dec) + Math.sin(far) * Math.cos(towards) * Math.cos(dec);
        return SkyPosition.of(
                raDeg + Math.toDegrees(Math.atan2(east, north)),
                Math.toDegrees(Math.atan2(up, Math.hypot(north, east))));
    }

    private static List<String> reference() throws IOException {
        try (InputStream in = Objects.requireNonNull(HealpixTest.class.getResourceAsStream("healpix-reference.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
