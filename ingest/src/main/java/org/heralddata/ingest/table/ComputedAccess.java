package org.heralddata.ingest.table;

import java.util.List;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.descriptor.ColumnDescriptor;
import org.heralddata.model.descriptor.ComponentDescriptor;
import org.heralddata.model.descriptor.TableDescriptor;
import org.jspecify.annotations.Nullable;

/** Restricts columns that Herald computes as those that they are computed of, so that they give nothing of these away. */
record ComputedAccess(TableDescriptor table, @Nullable String timeName) {

    OutputColumn restricted(OutputColumn column) {
        if (column.name().equals(timeName)) {
            return column.restrictedAs(table.restrictions(table.timeColumns()));
        }
        if (!column.computed()) {
            return column;
        }
        return switch (column.name()) {
            case TablePlan.RA, TablePlan.DEC, TablePlan.HEALPIX ->
                column.restrictedAs(table.restrictions(table.directionColumns()));
            default -> column.restrictedAs(ofComponent(column.component()));
        };
    }

    /** Of a component whose columns are all restricted: whether an event has it tells something of them. */
    private List<Access> ofComponent(@Nullable String name) {
        List<Access> all = table.components().stream()
                .filter(c -> c.name().equals(name))
                .map(ComponentDescriptor::columns)
                .flatMap(List::stream)
                .map(ColumnDescriptor::access)
                .toList();
        return all.contains(Access.OPEN) ? List.of() : all;
    }
}
