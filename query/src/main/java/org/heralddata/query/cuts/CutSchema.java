package org.heralddata.query.cuts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heralddata.model.catalogue.Access;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.model.unit.Unit;

/**
 * The columns that a selection may name.
 *
 * @param withheld columns that whoever selects may not name, with the members whose they are
 */
public record CutSchema(List<Column> columns, Map<String, String> withheld) {

    public CutSchema {
        columns = List.copyOf(columns);
        withheld = Map.copyOf(withheld);
    }

    public CutSchema(List<Column> columns) {
        this(columns, Map.of());
    }

    /** A column as a selection sees it. */
    public record Column(String name, ColumnType type, Shape shape, Unit unit) {}

    /** The columns of a table. */
    public static CutSchema of(PublishedTable table) {
        Map<String, String> withheld = new HashMap<>();
        for (PublishedColumn column : table.withheld().columns()) {
            withheld.put(column.name(), column.access() instanceof Access.Restricted rule ? rule.forWhom() : "others");
        }
        return new CutSchema(
                table.columns().stream()
                        .map(c -> new Column(c.name(), c.type(), c.shape(), c.unit()))
                        .toList(),
                withheld);
    }

    Optional<Column> column(String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }
}
