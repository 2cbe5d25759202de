package org.heralddata.ingest.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.heralddata.model.catalogue.ColumnStatistics;
import org.heralddata.model.catalogue.Range;
import org.heralddata.model.table.Batch;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.table.Vector;
import org.heralddata.model.unit.UnitConversion;
import org.heralddata.testkit.Tables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnMakerTest {

    @ParameterizedTest
    @CsvSource({
        "STRING, BOOL, yes, true",
        "STRING, BOOL, F, false",
        "STRING, BOOL, 1, true",
        "STRING, INT64, -9223372036854775808, -9223372036854775808",
        "STRING, INT32, 3e3, 3000",
        "STRING, UINT64, 18446744073709551615, -1",
        "STRING, FLOAT64, nan, NaN",
        "STRING, FLOAT32, 0.1, 0.10000000149011612",
        "BOOL, STRING, true, true",
        "INT64, STRING, 12, 12",
        "UINT64, STRING, -1, 18446744073709551615",
        "FLOAT32, STRING, 0.5, 0.5",
        "UINT64, FLOAT64, -1, 1.8446744073709552E19",
        "FLOAT64, INT8, -128, -128"
    })
    void castsValues(ColumnType from, ColumnType to, String value, String expected) throws UnfitValueException {
        assertThat(String.valueOf(cast(from, to, value))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "STRING, INT32, 1.5, `1.5` is no int32",
        "STRING, FLOAT64, one, `one` is no number",
        "STRING, BOOL, maybe, `maybe` is no number",
        "FLOAT64, INT64, 0.5, `0.5` is no int64",
        "FLOAT64, INT64, NaN, `NaN` is no int64",
        "INT64, UINT16, -1, `-1` is out of the range of uint16",
        "INT64, BOOL, 2, `2` is out of the range of bool",
        "UINT64, INT64, -1, `18446744073709551615` is out of the range of int64"
    })
    void refusesValuesThatDoNotFit(ColumnType from, ColumnType to, String value, String reason) {
        assertThatThrownBy(() -> cast(from, to, value))
                .isInstanceOf(UnfitValueException.class)
                .hasMessage(reason);
    }

    @Test
    void tellsTheRowOfAnElement() {
        Column column = Column.of("x", ColumnType.FLOAT64).withShape(Shape.LIST);
        Vector lists = Tables.vector(column, List.of(List.of(1.0, 2.0), List.of(), List.of(3.0, 4.5)));
        var maker = new ColumnMaker(
                ColumnType.FLOAT64, ColumnType.INT32, ColumnMaker.WHOLE_CELL, null, UnitConversion.IDENTITY);
        assertThatThrownBy(() -> maker.make(lists))
                .isInstanceOfSatisfying(
                        UnfitValueException.class,
                        unfit -> assertThat(unfit.row()).isEqualTo(2));
    }

    @ParameterizedTest
    @CsvSource({
        "INT64, -999, -999, -999.0",
        "FLOAT64, -999, -999, -998",
        "FLOAT32, -99.9, -99.9, -99",
        "FLOAT64, NaN, NaN, 0",
        "STRING, n/a, ' n/a', na",
        "INT64, none, , 1"
    })
    void nullsWhatIsMissing(ColumnType type, String missing, @Nullable String hit, String kept)
            throws UnfitValueException {
        if (hit != null) {
            assertThat(made(type, missing, hit)).isNull();
        }
        if (type != ColumnType.INT64 || hit == null) {
            assertThat(made(type, missing, kept)).isNotNull();
        }
    }

    @Test
    void countsOverAllElements() {
        Column column = Column.of("x", ColumnType.FLOAT64).withShape(Shape.LIST);
        var counter = new ColumnCounter(ColumnType.FLOAT64, new Range(0, 10));
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(List.of(1.0, Double.NaN, 11.0));
        cells.add(null);
        cells.add(List.of(Double.POSITIVE_INFINITY, -1.0));
        counter.add(Tables.vector(column, cells));
        assertThat(counter.statistics()).isEqualTo(new ColumnStatistics(1, 1, 3, -1.0, 11.0));
        assertThat(new ColumnCounter(ColumnType.STRING, null).statistics())
                .isEqualTo(new ColumnStatistics(0, 0, 0, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "INT8, UINT8, INT16",
        "INT32, UINT32, INT64",
        "BOOL, INT8, INT8",
        "UINT8, UINT64, UINT64",
        "FLOAT32, INT8, FLOAT64",
        "FLOAT32, FLOAT64, FLOAT64"
    })
    void findsTypesThatHoldBoth(ColumnType a, ColumnType b, ColumnType both) {
        assertThat(Types.common(a, b)).contains(both);
        assertThat(Types.common(b, a)).contains(both);
    }

    @Test
    void someTypesHaveNothingInCommon() {
        assertThat(Types.common(ColumnType.INT64, ColumnType.UINT64)).isEmpty();
        assertThat(Types.common(ColumnType.STRING, ColumnType.INT8)).isEmpty();
        assertThat(Types.common(Shape.SCALAR, Shape.LIST)).isEmpty();
        assertThat(Types.common(Shape.of(3), Shape.of(4))).contains(Shape.LIST);
    }

    @ParameterizedTest
    @CsvSource({
        "23, INT64",
        "-1.5e3, FLOAT64",
        ".5, FLOAT64",
        "True, BOOL",
        "Crab, STRING",
        "nan, FLOAT64",
        "'', STRING"
    })
    void guessesTheTypeOfText(String text, ColumnType type) {
        assertThat(FixedColumn.type(text)).isEqualTo(type);
    }

    private static @Nullable Object cast(ColumnType from, ColumnType to, String value) throws UnfitValueException {
        Vector made = new ColumnMaker(from, to, ColumnMaker.WHOLE_CELL, null, UnitConversion.IDENTITY)
                .make(vector(from, value));
        return value(to, made);
    }

    private static @Nullable Object made(ColumnType type, String missing, String value) throws UnfitValueException {
        return value(
                type,
                new ColumnMaker(type, type, ColumnMaker.WHOLE_CELL, missing, UnitConversion.IDENTITY)
                        .make(vector(type, value)));
    }

    private static Vector vector(ColumnType type, String value) {
        Object cell = type == ColumnType.STRING
                ? value
                : type == ColumnType.BOOL
                        ? Boolean.valueOf(value)
                        : type == ColumnType.FLOAT32
                                ? Double.valueOf(Float.parseFloat(value))
                                : type == ColumnType.FLOAT64 ? Double.valueOf(value) : (Object) Long.valueOf(value);
        return Tables.vector(Column.of("x", type), List.of(Objects.requireNonNull(cell)));
    }

    private static @Nullable Object value(ColumnType type, Vector vector) {
        return Tables.rows(List.of(Column.of("x", type)), new Batch(1, List.of(vector)))
                .getFirst()
                .getFirst();
    }
}
