package org.heralddata.model.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.heralddata.model.sky.Healpix;
import org.heralddata.model.sky.SkyPosition;
import org.junit.jupiter.api.Test;

class MocTest {

    private static Ranges random(SplittableRandom random, BitSet bits) {
        var bounds = new long[2 * random.nextInt(0, 30)];
        for (int i = 0; i < bounds.length; i += 2) {
            bounds[i] = random.nextInt(500);
            bounds[i + 1] = bounds[i] + random.nextInt(12);
            bits.set((int) bounds[i], (int) bounds[i + 1]);
        }
        return Ranges.of(bounds);
    }

    private static Ranges of(BitSet bits) {
        return Ranges.of(bits.stream()
                .flatMap(i -> Arrays.stream(new int[] {i, i + 1}))
                .asLongStream()
                .toArray());
    }

    @Test
    void rangesAreSetsOfNumbers() {
        var random = new SplittableRandom(4);
        for (int round = 0; round < 500; round++) {
            var a = new BitSet();
            var b = new BitSet();
            Ranges first = random(random, a);
            Ranges second = random(random, b);
            assertThat(first).isEqualTo(of(a)).hasSameHashCodeAs(of(a));
            assertThat(first.length()).isEqualTo(a.cardinality());
            var both = (BitSet) a.clone();
            both.or(b);
            assertThat(first.union(second)).isEqualTo(of(both));
            both = (BitSet) a.clone();
            both.and(b);
            assertThat(first.intersection(second)).isEqualTo(of(both));
            assertThat(first.contains(second)).isEqualTo(both.equals(b));
            both = (BitSet) a.clone();
            both.flip(0, 600);
            assertThat(first.complement(600)).isEqualTo(of(both));
            int number = random.nextInt(600);
            assertThat(first.contains(number)).isEqualTo(a.get(number));
            var blocks = new BitSet();
            a.stream().forEach(i -> blocks.set(i / 8 * 8, i / 8 * 8 + 8));
            assertThat(first.coarsened(3)).isEqualTo(of(blocks));
        }
    }

    @Test
    void writesAndReadsTheExamplesOfTheStandard() throws MocSyntaxException {
        var moc = SpaceMoc.ofCells(3, 1, 2, 3, 4).union(SpaceMoc.ofCells(5, 600));
        assertThat(MocText.write(moc)).isEqualTo("3/1-4 5/600");
        assertThat(MocText.read("3/1-4 5/600")).isEqualTo(moc);
        assertThat(MocText.read("3/1,2,3\n3/4 5/600")).isEqualTo(moc);
        assertThat(MocJson.write(moc)).isEqualToIgnoringWhitespace("{\"3\":[1,2,3,4],\"5\":[600]}");
        assertThat(MocJson.read("{\"3\": [1, 2, 3, 4], \"5\": [600]}")).isEqualTo(moc);
        Moc both = MocText.read("t20/5 s3/1-4 t20/6 21/14 s2/0 4/30 t21/ s4/");
        assertThat(MocText.write(both)).isEqualTo("t20/5 s3/1-4 t20/6 21/14 s2/0 4/30 t21/ s4/");
        assertThat(MocJson.read(MocJson.write(both))).isEqualTo(both);
        assertThat(MocText.write(MocText.read("t20/5-7 30/9000"))).isEqualTo("t19/3 20/5 30/9000");
    }

    @Test
    void everyFormKeepsEveryMap() throws MocSyntaxException {
        var random = new SplittableRandom(9);
        for (int round = 0; round < 100; round++) {
            var cells = new long[random.nextInt(40)];
            int order = random.nextInt(0, 30);
            for (int i = 0; i < cells.length; i++) {
                cells[i] = random.nextLong(12L << (2 * order));
            }
            var space = SpaceMoc.ofCells(order, cells);
            var time = new TimeMoc(61 - random.nextInt(30), random(random, new BitSet()));
            assertThat(MocText.read(MocText.write(space))).isEqualTo(space);
            assertThat(MocJson.read(MocJson.write(space))).isEqualTo(space);
            assertThat(MocFits.read(MocFits.write(space))).isEqualTo(space);
            assertThat(MocText.read(MocText.write(time))).isEqualTo(time);
            assertThat(MocJson.readTime(MocJson.write(time))).isEqualTo(time);
            assertThat(MocFits.read(MocFits.write(time))).isEqualTo(time);
            if (!space.isEmpty() && !time.isEmpty()) {
                var both = SpaceTimeMoc.of(
                        time.order(), order, List.of(new SpaceTimeMoc.Part(time.cells(), space.cells())));
                assertThat(MocFits.read(MocFits.write(both))).isEqualTo(both);
                assertThat(both.times()).isEqualTo(time);
                assertThat(both.cells()).isEqualTo(space);
                assertThat(both.union(both)).isEqualTo(both);
                assertThat(both.intersection(both)).isEqualTo(both);
            }
        }
    }

    /** However many events there are: all lie in the map, which comes back from its text, and it stays small. */
    @Test
    void mapsInSpaceAndTimeHoldEveryEventInBoundedSize() throws Exception {
        var random = new SplittableRandom(11);
        for (int events : new int[] {1, 100, 200_000}) {
            var counter = new CoverageCounter();
            var times = new long[events];
            var places = new SkyPosition[events];
            for (int i = 0; i < events; i++) {
                times[i] = 1_100_000_000_000_000_000L + random.nextLong(300_000_000_000_000_000L);
                places[i] = SkyPosition.of(random.nextDouble(360), Math.toDegrees(Math.asin(random.nextDouble(-1, 1))));
                counter.both(times[i], Healpix.index(Healpix.MAX_ORDER, places[i].raDeg(), places[i].decDeg()));
            }
            SpaceTimeMoc moc = counter.spaceTime();
            String text = MocText.write(moc);
            assertThat(text.length()).isLessThan(1_500_000);
            assertThat(MocText.read(text)).isEqualTo(moc);
            for (int i = 0; i < events; i += 1 + events / 300) {
                assertThat(moc.contains(times[i], places[i])).isTrue();
            }
        }
    }

    @Test
    void refusesWhatIsNoMap() {
        for (String text : new String[] {"1-4", "30/1", "3/768", "3/4-2", "3/x", "t62/1", "3/99999999999999999999"}) {
            assertThatThrownBy(() -> MocText.read(text)).as(text).isInstanceOf(MocSyntaxException.class);
        }
        for (String json : new String[] {"3", "{\"3\":[a]}", "[{\"x\":1}]", "{\"31\":[1]}"}) {
            assertThatThrownBy(() -> MocJson.read(json)).as(json).isInstanceOf(MocSyntaxException.class);
        }
        byte[] good = MocFits.write(SpaceMoc.ofCells(3, 1));
        assertThatThrownBy(() -> MocFits.read(new byte[0])).isInstanceOf(MocSyntaxException.class);
        assertThatThrownBy(() -> MocFits.read(Arrays.copyOf(good, 5000))).isInstanceOf(MocSyntaxException.class);
        assertThatThrownBy(() -> MocFits.read(Arrays.copyOf(good, 5760))).isInstanceOf(MocSyntaxException.class);
    }

    @Test
    void coversHoldEveryPointAndLittleMore() {
        var random = new SplittableRandom(2);
        for (int round = 0; round < 60; round++) {
            var centre = SkyPosition.of(random.nextDouble(360), Math.toDegrees(Math.asin(random.nextDouble(-1, 1))));
            double radius = Math.pow(10, random.nextDouble(-2, 2));
            int order = random.nextInt(0, 8);
            SpaceMoc moc = SpaceMoc.cone(order, centre, Math.min(180, radius));
            for (int i = 0; i < 200; i++) {
                var point = SkyPosition.of(
                        centre.raDeg() + random.nextDouble(-1, 1) * radius,
                        Math.clamp(centre.decDeg() + random.nextDouble(-1, 1) * radius, -90, 90));
                double distance = centre.separationDeg(point);
                if (distance <= radius) {
                    assertThat(moc.contains(point)).isTrue();
                } else if (distance > radius + 2.6 * Healpix.cellRadiusDeg(order)) {
                    assertThat(moc.contains(point)).isFalse();
                }
            }
        }
        assertThat(SpaceMoc.cone(5, SkyPosition.of(0, 0), 180)).isEqualTo(new SpaceMoc(5, SpaceMoc.WHOLE.cells()));
    }

    @Test
    void polygonsMayCrossThePoleAndTheMeridian() {
        var cap =
                SpaceMoc.polygon(6, List.of(SkyPosition.of(10, 80), SkyPosition.of(130, 80), SkyPosition.of(250, 80)));
        assertThat(cap.contains(SkyPosition.of(77, 90))).isTrue();
        assertThat(cap.contains(SkyPosition.of(77, -90))).isFalse();
        var field = SpaceMoc.polygon(
                6,
                List.of(SkyPosition.of(355, -5), SkyPosition.of(5, -5), SkyPosition.of(5, 5), SkyPosition.of(355, 5)));
        assertThat(field.contains(SkyPosition.of(0, 0))).isTrue();
        assertThat(field.contains(SkyPosition.of(7, 0))).isFalse();
        assertThat(field.fraction() * 41_253).isBetween(100.0, 140.0);
        assertThatThrownBy(() -> SpaceMoc.polygon(3, List.of(SkyPosition.of(1, 1), SkyPosition.of(2, 2))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void coverageStaysSmall() {
        var random = new SplittableRandom(6);
        var counter = new CoverageCounter();
        assertThat(counter.space()).isEqualTo(SpaceMoc.ofCells(10));
        for (int i = 0; i < 400_000; i++) {
            counter.direction(random.nextLong(Healpix.CELLS));
            counter.time(1_078_704_000_000_000_000L + random.nextLong(126_000_000_000_000_000L));
        }
        assertThat(counter.space().cells().count()).isLessThanOrEqualTo(CoverageCounter.MOST_RANGES);
        assertThat(counter.time().cells().count()).isLessThanOrEqualTo(CoverageCounter.MOST_RANGES);
        var one = new CoverageCounter();
        one.direction(Healpix.index(29, 83.6, 22));
        one.time(0);
        assertThat(one.space().contains(SkyPosition.of(83.6, 22))).isTrue();
        assertThat(one.space().order()).isEqualTo(10);
        assertThat(one.time().contains(0L)).isTrue();
        assertThat(one.time().order()).isEqualTo(36);
    }
}
