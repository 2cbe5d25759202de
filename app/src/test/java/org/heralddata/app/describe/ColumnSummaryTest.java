package org.heralddata.app.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.BitSet;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;
import org.junit.jupiter.api.Test;

class ColumnSummaryTest {

    @Test
    void sumsOfIntegersAreExactBeyondSixtyFourBits() {
        var summary = new ColumnSummary(Column.of("x", ColumnType.INT64));
        summary.add(new Vector.Longs(new long[] {Long.MAX_VALUE, Long.MAX_VALUE, 5}, 3, null));

        assertThat(summary.sum())
                .isEqualTo(BigInteger.valueOf(Long.MAX_VALUE)
                        .multiply(BigInteger.TWO)
                        .add(BigInteger.valueOf(5)));
    }

    @Test
    void unsignedNumbersAreNeverNegative() {
        var summary = new ColumnSummary(Column.of("x", ColumnType.UINT64));
        summary.add(new Vector.Longs(new long[] {-1, 1}, 2, null));

        assertThat(summary.max()).isEqualTo(new BigInteger("18446744073709551615"));
        assertThat(summary.first()).isEqualTo(new BigInteger("18446744073709551615"));
    }

    @Test
    void sumsOfSmallAndLargeNumbersLoseNothing() {
        var summary = new ColumnSummary(Column.of("x", ColumnType.FLOAT64));
        summary.add(new Vector.Doubles(new double[] {1e16, 1, -1e16}, 3, null));

        assertThat(summary.sum()).isEqualTo(1.0);
    }

    @Test
    void nanIsCountedButNotFinite() {
        var nulls = new BitSet();
        nulls.set(2);
        var summary = new ColumnSummary(Column.of("x", ColumnType.FLOAT32));
        summary.add(new Vector.Doubles(new double[] {Double.NaN, 2, 0, Double.POSITIVE_INFINITY}, 4, nulls));

        assertThat(summary.count()).isEqualTo(3);
        assertThat(summary.finite()).isEqualTo(1);
        assertThat(summary.max()).isEqualTo(2.0);
    }

    @Test
    void elementsOfListsAreCountedOneByOne() {
        var summary = new ColumnSummary(Column.of("x", ColumnType.INT32).withShape(Shape.LIST));
        var elements = new Vector.Longs(new long[] {9, 1, 2, 3, 9}, 5, null);
        summary.add(new Vector.Lists(new int[] {1, 1, 4}, elements, 2, null));

        assertThat(summary.count()).isEqualTo(3);
        assertThat(summary.sum()).isEqualTo(BigInteger.valueOf(6));
    }

    @Test
    void anEmptyColumnHasNoExtremes() {
        var summary = new ColumnSummary(Column.of("x", ColumnType.FLOAT64));

        assertThat(summary.min()).isNull();
        assertThat(summary.first()).isNull();
        assertThat(summary.count()).isZero();
    }
}
