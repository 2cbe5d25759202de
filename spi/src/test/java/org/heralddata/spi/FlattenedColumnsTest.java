package org.heralddata.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;
import org.junit.jupiter.api.Test;

class FlattenedColumnsTest {
    private static final Shape NESTED = Shape.of(Shape.VARIES, Shape.VARIES);

    private static Vector.Longs longs(long... values) {
        return new Vector.Longs(values, values.length, null);
    }

    private static Vector.Lists lists(Vector elements, int... offsets) {
        return new Vector.Lists(offsets, elements, offsets.length - 1, null);
    }

    private static Vector.Lists missing(Vector.Lists lists, int... rows) {
        var nulls = new BitSet();
        Arrays.stream(rows).forEach(nulls::set);
        return new Vector.Lists(lists.offsets(), lists.elements(), lists.size(), nulls);
    }

    private static List<Long> cell(Vector vector, int row) {
        var lists = (Vector.Lists) vector;
        var elements = (Vector.Longs) lists.elements();
        return Arrays.stream(elements.values(), lists.offsets()[row], lists.offsets()[row + 1])
                .boxed()
                .toList();
    }

    @Test
    void leavesPlainColumnsAlone() {
        var columns = List.of(
                Column.of("n", ColumnType.INT32),
                Column.of("list", ColumnType.INT32).withShape(Shape.LIST),
                Column.of("triples", ColumnType.INT32).withShape(Shape.of(Shape.VARIES, 3)));
        FlattenedColumns flattened = FlattenedColumns.of(columns);
        assertThat(flattened.changesNothing()).isTrue();
        assertThat(flattened.columns()).isEqualTo(columns);
        var batch = new Batch(1, List.of(longs(1)));
        assertThat(flattened.batch(batch)).isSameAs(batch);
    }

    @Test
    void tellsOfTheLengthsBesideTheValues() {
        FlattenedColumns flattened = FlattenedColumns.of(List.of(
                Column.of("x", ColumnType.FLOAT32)
                        .withShape(NESTED)
                        .withUnit("ns")
                        .withDescription("Times of the hits"),
                Column.of("n", ColumnType.INT32)));
        assertThat(flattened.columns())
                .containsExactly(
                        Column.of("x", ColumnType.FLOAT32)
                                .withShape(Shape.LIST)
                                .withUnit("ns")
                                .withDescription(
                                        "Times of the hits (lists of lists, one after the other; their lengths: x_lengths)"),
                        Column.of("x_lengths", ColumnType.INT32)
                                .withShape(Shape.LIST)
                                .withUcd("meta.number")
                                .withDescription("Lengths of the lists in x, -1 for a missing one"),
                        Column.of("n", ColumnType.INT32));
    }

    @Test
    void keepsNamesUnique() {
        assertThat(FlattenedColumns.of(List.of(
                                Column.of("x", ColumnType.INT32).withShape(NESTED),
                                Column.of("x_lengths", ColumnType.INT32)))
                        .columns())
                .extracting(Column::name)
                .containsExactly("x", "x_lengths_", "x_lengths");
    }

    @Test
    void joinsInnerLists() {
        // [[1, 2], [], null, [3]], null, [], [[4]]
        Vector.Lists inner = missing(lists(longs(1, 2, 3, 4), 0, 2, 2, 2, 3, 4), 2);
        Vector.Lists outer = missing(lists(inner, 0, 4, 4, 4, 5), 1);
        Batch flat = FlattenedColumns.of(
                        List.of(Column.of("x", ColumnType.INT32).withShape(NESTED)))
                .batch(new Batch(4, List.of(outer)));
        Vector values = flat.vectors().get(0);
        Vector lengths = flat.vectors().get(1);
        assertThat(cell(values, 0)).containsExactly(1L, 2L, 3L);
        assertThat(cell(lengths, 0)).containsExactly(2L, 0L, -1L, 1L);
        assertThat(values.isNull(1)).isTrue();
        assertThat(lengths.isNull(1)).isTrue();
        assertThat(cell(values, 2)).isEmpty();
        assertThat(cell(lengths, 2)).isEmpty();
        assertThat(cell(values, 3)).containsExactly(4L);
        assertThat(cell(lengths, 3)).containsExactly(1L);
    }

    @Test
    void takesRowsFromTheMiddleOfAVector() {
        Vector.Lists outer = lists(lists(longs(1, 2, 3, 4, 5), 0, 2, 3, 5), 1, 2, 3);
        Batch flat = FlattenedColumns.of(
                        List.of(Column.of("x", ColumnType.INT32).withShape(NESTED)))
                .batch(new Batch(2, List.of(outer)));
        assertThat(cell(flat.vectors().get(0), 0)).containsExactly(3L);
        assertThat(cell(flat.vectors().get(0), 1)).containsExactly(4L, 5L);
        assertThat(cell(flat.vectors().get(1), 0)).containsExactly(1L);
        assertThat(cell(flat.vectors().get(1), 1)).containsExactly(2L);
    }

    @Test
    void takesEveryLevelAway() {
        FlattenedColumns flattened = FlattenedColumns.of(
                List.of(Column.of("x", ColumnType.INT32).withShape(Shape.of(2, Shape.VARIES, Shape.VARIES, 2))));
        assertThat(flattened.columns()).extracting(Column::name).containsExactly("x", "x_lengths", "x_lengths_2");
        assertThat(flattened.columns())
                .extracting(Column::shape)
                .containsExactly(Shape.of(Shape.VARIES, 2), Shape.of(2), Shape.LIST);
        // one row: ([[1 2, 3 4], []], [[5 6]])
        Vector.Lists deepest = lists(longs(1, 2, 3, 4, 5, 6), 0, 4, 4, 6);
        Vector.Lists outer = lists(lists(deepest, 0, 2, 3), 0, 2);
        Batch flat = flattened.batch(new Batch(1, List.of(outer)));
        assertThat(cell(flat.vectors().get(0), 0)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(cell(flat.vectors().get(1), 0)).containsExactly(2L, 1L);
        assertThat(cell(flat.vectors().get(2), 0)).containsExactly(2L, 0L, 1L);
    }

    @Test
    void namesVectorsThatAreNotNested() {
        FlattenedColumns flattened =
                FlattenedColumns.of(List.of(Column.of("x", ColumnType.INT32).withShape(NESTED)));
        var flat = new Batch(1, List.of(lists(longs(1), 0, 1)));
        assertThatThrownBy(() -> flattened.batch(flat)).isInstanceOf(IllegalArgumentException.class);
    }
}
