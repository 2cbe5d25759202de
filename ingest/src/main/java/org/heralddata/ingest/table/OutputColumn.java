package org.heralddata.ingest.table;

import java.util.List;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.ColumnStatistics;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.Range;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.ucd.Ucd;
import org.heralddata.model.unit.Unit;
import org.jspecify.annotations.Nullable;

/** A column as it will be stored, still without its statistics. */
record OutputColumn(
        String name,
        ColumnType type,
        Shape shape,
        Unit unit,
        Ucd ucd,
        String description,
        @Nullable String component,
        @Nullable Range declared,
        boolean computed,
        Access access) {

    static OutputColumn of(PlannedColumn column) {
        DeclaredColumn declared = column.declared();
        return new OutputColumn(
                column.name(),
                column.type(),
                column.shape(),
                declared.unit(),
                declared.descriptor().ucd(),
                declared.descriptor().description(),
                declared.component(),
                declared.declared(),
                false,
                declared.descriptor().access());
    }

    static OutputColumn computed(
            String name, ColumnType type, Unit unit, Ucd ucd, String description, @Nullable String component) {
        return new OutputColumn(name, type, Shape.SCALAR, unit, ucd, description, component, null, true, Access.OPEN);
    }

    /** The same column, but of instants. */
    OutputColumn asTimestamp() {
        return new OutputColumn(
                name, ColumnType.TIMESTAMP, Shape.SCALAR, Unit.NONE, ucd, description, component, null, false, access);
    }

    /** The same column, restricted as those that it is computed of; open if these are. */
    OutputColumn restrictedAs(List<Access> sources) {
        Access own = sources.isEmpty() ? access : sources.getFirst();
        return new OutputColumn(name, type, shape, unit, ucd, description, component, declared, computed, own);
    }

    Column stored() {
        return new Column(name, type, shape, unit.symbol(), ucd.words(), description);
    }

    PublishedColumn published(ColumnStatistics statistics) {
        return new PublishedColumn(
                name, type, shape, unit, ucd, description, component, declared, computed, statistics, access);
    }
}
