package org.heralddata.serve.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.heralddata.model.catalogue.ColumnStatistics;
import org.heralddata.model.catalogue.CommonEvent;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.ucd.Ucd;
import org.heralddata.model.unit.Unit;
import org.jspecify.annotations.Nullable;

/** A table in memory. Cells: Double, Long (timestamps: nanoseconds), Boolean, String, double[], or null. */
final class FakeTable {
    private final LinkedHashMap<String, List<@Nullable Object>> cells = new LinkedHashMap<>();
    private final List<PublishedColumn> columns = new ArrayList<>();
    private final List<PublishedTable.Component> components = new ArrayList<>();
    private final int rows;

    FakeTable(int rows) {
        this.rows = rows;
    }

    int rows() {
        return rows;
    }

    @Nullable
    Object cell(String column, int row) {
        return java.util.Objects.requireNonNull(cells.get(column), column).get(row);
    }

    /** The value as a number; NaN if there is none. */
    double number(String column, int row) {
        return switch (cell(column, row)) {
            case Double d -> d;
            case Long l -> l;
            case Boolean b -> b ? 1 : 0;
            case null, default -> Double.NaN;
        };
    }

    FakeTable with(
            String name, ColumnType type, String unit, String ucd, String words, IntFunction<@Nullable Object> value) {
        return add(name, type, Shape.SCALAR, unit, ucd, words, null, false, value);
    }

    FakeTable computed(
            String name, ColumnType type, String unit, String ucd, String words, IntFunction<@Nullable Object> value) {
        return add(name, type, Shape.SCALAR, unit, ucd, words, null, true, value);
    }

    FakeTable of(
            String component,
            String name,
            ColumnType type,
            Shape shape,
            String unit,
            String ucd,
            String words,
            IntFunction<@Nullable Object> value) {
        return add(component + "_" + name, type, shape, unit, ucd, words, component, false, value);
    }

    FakeTable component(String name, String words, IntFunction<Boolean> present) {
        long having = IntStream.range(0, rows).filter(present::apply).count();
        components.add(new PublishedTable.Component(name, words, having));
        return add(
                "has_" + name,
                ColumnType.BOOL,
                Shape.SCALAR,
                "",
                "meta.code",
                "Whether the event has " + name,
                name,
                true,
                present);
    }

    private FakeTable add(
            String name,
            ColumnType type,
            Shape shape,
            String unit,
            String ucd,
            String words,
            @Nullable String component,
            boolean computed,
            IntFunction<? extends @Nullable Object> value) {
        List<@Nullable Object> made = new ArrayList<>();
        long nulls = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < rows; row++) {
            Object cell = value.apply(row);
            made.add(cell);
            nulls += cell == null ? 1 : 0;
            if (cell instanceof Number number) {
                min = Math.min(min, number.doubleValue());
                max = Math.max(max, number.doubleValue());
            }
        }
        cells.put(name, made);
        boolean known = min <= max;
        columns.add(new PublishedColumn(
                name,
                type,
                shape,
                new Unit(unit),
                new Ucd(ucd),
                words,
                component,
                null,
                computed,
                new ColumnStatistics(nulls, 0, 0, known ? min : null, known ? max : null)));
        return this;
    }

    PublishedTable published(String name, String description, CommonEvent common) {
        return new PublishedTable(name, description, rows, columns, components, common, SortOrder.NONE);
    }
}
