package org.heralddata.ingest.sky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.heralddata.ingest.sky.DirectionReader.Directions;
import org.heralddata.model.descriptor.DirectionMapping;
import org.heralddata.model.descriptor.DirectionMapping.Compass;
import org.heralddata.model.descriptor.DirectionMapping.Points;
import org.heralddata.model.sky.Healpix;
import org.heralddata.model.sky.Site;
import org.heralddata.model.table.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectionReaderTest {
    private static final Site KASCADE = new Site(49.0994, 8.4378, 110);
    private static final Vector.Longs WHEN = new Vector.Longs(new long[] {1_000_000_000_000_000_000L}, 1, null);

    @Test
    void keepsEquatorialCoordinatesAndWrapsThem() {
        DirectionReader reader = DirectionReader.of(new DirectionMapping.Equatorial("ra", "dec"), null);
        Directions read = reader.read(List.of(doubles(-10, 83.633, 720), doubles(20, 22.014, -90)), null);
        assertThat(read.raDeg().values()[0]).isCloseTo(350, within(1e-12));
        assertThat(read.decDeg().values()[1]).isCloseTo(22.014, within(1e-12));
        assertThat(read.healpix().values()[1])
                .isEqualTo(Healpix.index(
                        29, read.raDeg().values()[1], read.decDeg().values()[1]));
        assertThat(read.decDeg().values()[2]).isEqualTo(-90);
        assertThat(reader.isLocal()).isFalse();
    }

    @Test
    void turnsGalacticToIcrs() {
        DirectionReader reader = DirectionReader.of(new DirectionMapping.Galactic("l", "b"), null);
        Directions read = reader.read(List.of(doubles(184.5575, 0), doubles(-5.7843, 90)), null);
        assertThat(read.raDeg().values()[0]).isCloseTo(83.633, within(1e-3));
        assertThat(read.decDeg().values()[0]).isCloseTo(22.0145, within(1e-3));
        assertThat(read.raDeg().values()[1]).isCloseTo(192.859_48, within(1e-4));
        assertThat(read.decDeg().values()[1]).isCloseTo(27.128_25, within(1e-4));
    }

    /** Zenith 30 degrees: one direction, told by every convention. */
    @ParameterizedTest
    @CsvSource({
        "30, 100, NORTH, EAST, ORIGIN",
        "30, 260, NORTH, WEST, ORIGIN",
        "30, 350, EAST, NORTH, ORIGIN",
        "30, 10, EAST, SOUTH, ORIGIN",
        "30, 280, SOUTH, WEST, ORIGIN",
        "30, 170, WEST, SOUTH, ORIGIN",
        "150, 280, NORTH, EAST, TRAVEL",
        "150, 170, EAST, NORTH, TRAVEL"
    })
    void conventionsOfAzimuthAgree(double zenith, double azimuth, Compass from, Compass to, Points points) {
        Directions expected = read(30, 100, Compass.NORTH, Compass.EAST, Points.ORIGIN);
        Directions told = read(zenith, azimuth, from, to, points);
        assertThat(told.raDeg().values()[0]).isCloseTo(expected.raDeg().values()[0], within(1e-10));
        assertThat(told.decDeg().values()[0]).isCloseTo(expected.decDeg().values()[0], within(1e-10));
    }

    @ParameterizedTest
    @CsvSource({"1, ORIGIN", "-7.5, TRAVEL"})
    void localVectorsAgreeWithAngles(double length, Points points) {
        Directions expected = read(30, 100, Compass.NORTH, Compass.EAST, Points.ORIGIN);
        double zenith = Math.toRadians(30);
        double azimuth = Math.toRadians(100);
        DirectionReader reader = DirectionReader.of(new DirectionMapping.LocalVector("x", "y", "z", points), KASCADE);
        Directions told = reader.read(
                List.of(
                        doubles(length * Math.sin(zenith) * Math.sin(azimuth)),
                        doubles(length * Math.sin(zenith) * Math.cos(azimuth)),
                        doubles(length * Math.cos(zenith))),
                WHEN);
        assertThat(told.raDeg().values()[0]).isCloseTo(expected.raDeg().values()[0], within(1e-10));
        assertThat(told.decDeg().values()[0]).isCloseTo(expected.decDeg().values()[0], within(1e-10));
        assertThat(reader.isLocal()).isTrue();
    }

    @Test
    void zenithIsAtTheLatitudeOfTheSite() {
        Directions up = read(0, 0, Compass.NORTH, Compass.EAST, Points.ORIGIN);
        assertThat(up.decDeg().values()[0]).isCloseTo(KASCADE.latitudeDeg(), within(0.2));
    }

    @Test
    void numbersThatAreNoDirectionBecomeNullAndAreTold() {
        DirectionReader equatorial = DirectionReader.of(new DirectionMapping.Equatorial("ra", "dec"), null);
        Directions read = equatorial.read(
                List.of(doubles(Double.NaN, 0, 0, 1), doubles(0, 91, Double.NEGATIVE_INFINITY, 1)), null);
        assertThat(nulls(read)).containsExactly(0, 1, 2);
        assertThat(equatorial.notes()).containsExactly("3 directions are NaN or no direction and became null");
        DirectionReader galactic = DirectionReader.of(new DirectionMapping.Galactic("l", "b"), null);
        assertThat(nulls(galactic.read(List.of(doubles(0), doubles(-90.1)), null)))
                .containsExactly(0);
        DirectionReader vector =
                DirectionReader.of(new DirectionMapping.LocalVector("x", "y", "z", Points.ORIGIN), KASCADE);
        assertThat(nulls(vector.read(List.of(doubles(0), doubles(0), doubles(0)), WHEN)))
                .containsExactly(0);
        assertThat(nulls(read(-1, 0, Compass.NORTH, Compass.EAST, Points.ORIGIN)))
                .containsExactly(0);
    }

    @Test
    void noTimeIsNoLocalDirection() {
        var never = new BitSet();
        never.set(0);
        DirectionReader reader = DirectionReader.of(
                new DirectionMapping.Horizontal("z", "a", Compass.NORTH, Compass.EAST, Points.ORIGIN), KASCADE);
        Directions read = reader.read(List.of(doubles(10), doubles(10)), new Vector.Longs(new long[1], 1, never));
        assertThat(nulls(read)).containsExactly(0);
        assertThat(reader.notes()).isEmpty();
    }

    @Test
    void guardsAgainstBadMappings() {
        var bad = new DirectionMapping.Horizontal("z", "a", Compass.NORTH, Compass.SOUTH, Points.ORIGIN);
        assertThatIllegalArgumentException().isThrownBy(() -> DirectionReader.of(bad, KASCADE));
        var local = new DirectionMapping.LocalVector("x", "y", "z", Points.ORIGIN);
        assertThatIllegalArgumentException().isThrownBy(() -> DirectionReader.of(local, null));
    }

    private static Directions read(double zenith, double azimuth, Compass from, Compass to, Points points) {
        return DirectionReader.of(new DirectionMapping.Horizontal("z", "a", from, to, points), KASCADE)
                .read(List.of(doubles(zenith), doubles(azimuth)), WHEN);
    }

    private static int[] nulls(Directions read) {
        return Objects.requireNonNull(read.healpix().nulls()).stream().toArray();
    }

    private static Vector.Doubles doubles(double... values) {
        return new Vector.Doubles(Arrays.copyOf(values, values.length), values.length, null);
    }
}
