package org.heralddata.query.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.heralddata.model.table.ColumnType;
import org.junit.jupiter.api.Test;

class GridsTest {
    private static Grid usual(ColumnType type, double min, double max) {
        return Grids.usual(Measured.column(type, min, max)).orElseThrow();
    }

    @Test
    void valuesAreShortDecimals() {
        Grid grid = usual(ColumnType.FLOAT64, 0.831, 59.87);
        assertThat(grid).isEqualTo(new Grid.Decimal(0, 2, -1, 301));
        assertThat(grid.value(3)).isEqualTo(0.6);
        assertThat(grid.value(153)).isEqualTo(30.6);
        for (double[] range : new double[][] {{-1e-7, 3e-7}, {1e12, 1e12 + 5}, {-5, -4.99}, {1e18, 3e18}, {7, 7}}) {
            Grid any = usual(ColumnType.FLOAT64, range[0], range[1]);
            assertThat(any.value(0)).isLessThanOrEqualTo(range[0]);
            assertThat(any.value(any.steps())).isGreaterThanOrEqualTo(range[1]);
            assertThat(any.steps()).isBetween(1, 400);
            for (int k = 0; k < any.size(); k++) {
                assertThat(Double.toString(any.value(k)).length()).isLessThan(20);
                assertThat(k == 0 || any.value(k) > any.value(k - 1)).isTrue();
            }
        }
    }

    @Test
    void wholeNumbersHaveBinsOfWholeNumbersThatHoldTheGreatest() {
        Grid few = usual(ColumnType.INT32, 2, 9);
        assertThat(few).isEqualTo(new Grid.Decimal(2, 1, 0, 9));
        Grid many = usual(ColumnType.INT64, 1, 100_000);
        assertThat(many.scale()).isEqualTo(GridScale.LOG);
        Grid even = Grids.of(Measured.column(ColumnType.INT64, 1.0, 100_000.0), GridScale.LINEAR, null, null, 0)
                .orElseThrow();
        assertThat(even.value(1) - even.value(0)).isEqualTo(400);
        assertThat(even.value(even.steps())).isGreaterThan(100_000);
    }

    @Test
    void ratiosAreRoundedButRise() {
        for (double[] range : new double[][] {{1e-3, 1e5}, {1, 1.01}, {3, 3e300}, {2.5e17, 9e17}}) {
            Grid grid = Grids.of(Measured.column(ColumnType.FLOAT64, range[0], range[1]), GridScale.LOG, null, null, 0)
                    .orElseThrow();
            assertThat(grid.value(0)).isLessThanOrEqualTo(range[0]);
            assertThat(grid.value(grid.steps())).isGreaterThanOrEqualTo(range[1]);
            assertThat(grid.steps()).isBetween(1, 400);
            for (int k = 1; k < grid.size(); k++) {
                assertThat(grid.value(k)).isGreaterThan(grid.value(k - 1));
            }
        }
        assertThat(Grids.of(Measured.column(ColumnType.FLOAT64, -1.0, 5.0), GridScale.LOG, null, null, 0))
                .isEmpty();
    }

    @Test
    void timesGoBySecondsHoursAndDays() {
        double year = Instant.parse("2004-03-01T11:12:13.5Z").toEpochMilli() * 1e6;
        Grid grid = usual(ColumnType.TIMESTAMP, year, year + 4 * 365 * 86400e9);
        assertThat(grid.value(0) % 86_400_000).isZero();
        assertThat((grid.value(1) - grid.value(0)) % 1000).isZero();
        Grid second = usual(ColumnType.TIMESTAMP, year, year + 1e8);
        assertThat(second.value(1) - second.value(0)).isEqualTo(1);
        assertThat(usual(ColumnType.TIMESTAMP, year, year).steps()).isPositive();
    }

    @Test
    void whatHasNoNumbersHasNoGrid() {
        assertThat(Grids.usual(Measured.nothing(ColumnType.STRING))).isEqualTo(Optional.empty());
        assertThat(Grids.usual(Measured.nothing(ColumnType.FLOAT64))).isEmpty();
        assertThat(usual(ColumnType.BOOL, 0, 1).steps()).isEqualTo(2);
    }
}
