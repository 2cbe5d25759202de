package org.heralddata.ingest.table;

import java.util.ArrayList;
import java.util.List;
import org.heralddata.model.catalogue.Range;
import org.heralddata.model.descriptor.ColumnDescriptor;
import org.heralddata.model.descriptor.ComponentDescriptor;
import org.heralddata.model.descriptor.DirectionMapping;
import org.heralddata.model.descriptor.TableDescriptor;
import org.heralddata.model.unit.Unit;
import org.heralddata.model.unit.UnitConversion;
import org.jspecify.annotations.Nullable;

/**
 * A column of the descriptor by the name and unit that it is published with.
 *
 * @param name      with its component in front
 * @param component null if it is of the event itself
 * @param unit      as declared, but degrees for {@code ra} and {@code dec} of the event's direction
 * @param declared  valid values in that unit; null if none are declared
 */
record DeclaredColumn(
        String name,
        @Nullable String component,
        Unit unit,
        @Nullable Range declared,
        ColumnDescriptor descriptor) {
    static final Unit DEGREE = new Unit("deg");

    /** All of a table, those of the event first. */
    static List<DeclaredColumn> of(TableDescriptor table) {
        List<DeclaredColumn> columns = new ArrayList<>();
        for (ColumnDescriptor column : table.columns()) {
            columns.add(of(table, null, column.name(), column));
        }
        for (ComponentDescriptor component : table.components()) {
            for (ColumnDescriptor column : component.columns()) {
                columns.add(of(table, component.name(), component.name() + "_" + column.name(), column));
            }
        }
        return List.copyOf(columns);
    }

    private static DeclaredColumn of(
            TableDescriptor table, @Nullable String component, String name, ColumnDescriptor column) {
        boolean canonical = table.direction() instanceof DirectionMapping.Equatorial(var ra, var dec)
                && ((name.equals("ra") && ra.equals(name)) || (name.equals("dec") && dec.equals(name)));
        UnitConversion toDegrees = column.unit().to(DEGREE).orElse(UnitConversion.IDENTITY);
        if (!canonical || toDegrees.isIdentity()) {
            return new DeclaredColumn(name, component, column.unit(), column.range(), column);
        }
        Range range = column.range();
        return new DeclaredColumn(
                name,
                component,
                DEGREE,
                range == null ? null : new Range(toDegrees.apply(range.min()), toDegrees.apply(range.max())),
                column);
    }
}
