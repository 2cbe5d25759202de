package org.heralddata.query.cube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.Set;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.table.ColumnType;
import org.junit.jupiter.api.Test;

class BinsTest {
    private static final long DAY = 86_400_000;

    private static double width(Bins bins) {
        return bins.grid().edge(1, bins.group()) - bins.grid().edge(0, bins.group());
    }

    /** First digit if it is all there is of a number. */
    private static double digit(double value) {
        return value / Math.pow(10, Math.floor(Math.log10(value) + 1e-6));
    }

    private static void isNice(Bins bins) {
        double digit = digit(width(bins));
        assertThat(Set.of(1L, 2L, 5L)).as("%s", bins).contains(Math.round(digit));
        assertThat(digit).as("%s", bins).isCloseTo(Math.rint(digit), within(1e-4));
    }

    @Test
    void binsAreOneTwoOrFiveWideAndBeginAtMultiples() {
        var random = new Random(8);
        for (int i = 0; i < 500; i++) {
            double low = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(12) - 5);
            double high = low + Math.abs(low) * random.nextDouble() * Math.pow(10, random.nextInt(8) - 4);
            PublishedColumn column = Measured.column(ColumnType.FLOAT64, low, high);
            Grid grid = Grids.of(column, GridScale.LINEAR, null, null, 0).orElseThrow();
            for (int most : new int[] {5, 16, 32, 64, 0, 200}) {
                Bins bins = Bins.over(grid, most);
                isNice(bins);
                assertThat(bins.bins()).isLessThanOrEqualTo(most == 0 ? 64 : most);
                assertThat(bins.grid().edge(0, bins.group())).isLessThanOrEqualTo(low);
                assertThat(bins.grid().edge(bins.bins(), bins.group())).isGreaterThanOrEqualTo(high);
                assertThat((grid.origin() - grid.offset(bins.group())) % bins.group())
                        .isZero();
            }
        }
    }

    @Test
    void binsThatWereSixWideAreTenWide() {
        Grid grid = new Grid.Decimal(0, 1, -2, 361);
        assertThat(Bins.over(grid, 64)).isEqualTo(new Bins(grid, 10));
        assertThat(Bins.over(grid, 36)).isEqualTo(new Bins(grid, 10));
        assertThat(Bins.over(grid, 35)).isEqualTo(new Bins(grid, 20));
        assertThat(Bins.over(grid, 72)).isEqualTo(new Bins(grid, 5));
    }

    @Test
    void outerBinsReachBeyondAGridThatIsNoMultipleOfThem() {
        Grid grid = new Grid.Decimal(3, 1, 0, 48);
        Bins tens = Bins.over(grid, 7);
        assertThat(tens.group()).isEqualTo(10);
        assertThat(tens.bins()).isEqualTo(5);
        assertThat(grid.edge(0, 10)).isEqualTo(0);
        assertThat(grid.edge(5, 10)).isEqualTo(50);
    }

    @Test
    void aPartOfAnAxisIsRoundedOutwardsToWholeBins() {
        PublishedColumn column = Measured.column(ColumnType.FLOAT64, 0, 1000);
        for (int most : new int[] {5, 10, 30, 64, 100}) {
            Bins bins = Bins.of(column, GridScale.LINEAR, 3.7, 41.2, most).orElseThrow();
            isNice(bins);
            assertThat(bins.bins()).isBetween(most / 4, most);
            assertThat(bins.grid().offset(bins.group())).isZero();
            assertThat(bins.grid().value(0)).isEqualTo(bins.grid().edge(0, bins.group()));
            assertThat(bins.grid().value(bins.grid().steps()))
                    .isEqualTo(bins.grid().edge(bins.bins(), bins.group()));
        }
        assertThat(Bins.of(column, GridScale.LINEAR, -1.0, 1.0, 1).orElseThrow().bins())
                .isBetween(1, 2);
    }

    @Test
    void binsOfTimesAreOfTheClock() {
        double start = 1.2e12 + 123;
        Grid years = Grids.times(start, start + 3000.0 * DAY, 0);
        assertThat(width(Bins.over(years, 0))).isEqualTo(50.0 * DAY);
        assertThat(width(Bins.over(years, 40))).isEqualTo(100.0 * DAY);
        Grid hours = Grids.times(start, start + 2.0 * DAY, 0);
        assertThat(width(Bins.over(hours, 0))).isEqualTo(3_600_000);
        assertThat(width(Bins.over(hours, 20))).isEqualTo(10_800_000);
        assertThat(width(Bins.over(hours, 5))).isEqualTo(43_200_000);
        assertThat(width(Bins.ofTimes(start, start + 90_000, 50))).isEqualTo(2000);
    }

    @Test
    void binsOfRatiosAreSoManyADecade() {
        PublishedColumn column = Measured.column(ColumnType.FLOAT64, 0.03, 4e4);
        Grid grid = Grids.of(column, GridScale.LOG, null, null, 0).orElseThrow();
        for (int most : new int[] {7, 13, 32, 64, 130}) {
            Bins bins = Bins.over(grid, most);
            double ratio = grid.edge(2, bins.group()) / grid.edge(1, bins.group());
            double aDecade = 1 / Math.log10(ratio);
            assertThat(Set.of(1L, 2L, 5L, 10L, 20L, 50L)).as("%s", bins).contains(Math.round(aDecade));
            assertThat(bins.bins()).isLessThanOrEqualTo(most);
        }
    }
}
