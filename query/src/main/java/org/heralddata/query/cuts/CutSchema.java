package org.heralddata.query.cuts;

import java.util.List;
import java.util.Optional;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.unit.Unit;

/** The columns that a selection may name. */
public record CutSchema(List<Column> columns) {

    public CutSchema {
        columns = List.copyOf(columns);
    }

    /** A column as a selection sees it. */
    public record Column(String name, ColumnType type, Shape shape, Unit unit) {}

    /** The columns of a table. */
    public static CutSchema of(PublishedTable table) {
        return new CutSchema(table.columns().stream()
                .map(c -> new Column(c.name(), c.type(), c.shape(), c.unit()))
                .toList());
    }

    Optional<Column> column(String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }
}
