package org.heralddata.serve.vo.scs;

import java.util.ArrayList;
import java.util.List;
import org.heralddata.model.catalogue.CommonEvent;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.table.Column;
import org.heralddata.model.table.ColumnType;

/**
 * The columns of an answer. Three have the UCDs that SCS 1.03, section 2, 2.b wants once each: the event's UUID as ID_MAIN, the
 * position as POS_EQ_RA_MAIN and POS_EQ_DEC_MAIN, both 64-bit floating point; all others keep their UCD1+.
 */
final class ScsColumns {

    private ScsColumns() {}

    /** @param table with directions */
    static List<Column> of(PublishedTable table, Verbosity verbosity) {
        CommonEvent common = table.common();
        List<Column> columns = new ArrayList<>();
        columns.add(main(table, common.id(), "ID_MAIN"));
        columns.add(main(table, String.valueOf(common.ra()), "POS_EQ_RA_MAIN").withUnit("deg"));
        columns.add(main(table, String.valueOf(common.dec()), "POS_EQ_DEC_MAIN").withUnit("deg"));
        List<String> first = columns.stream().map(Column::name).toList();
        table.columns().stream()
                .filter(c -> !first.contains(c.name()) && verbosity.shows(c, common))
                .map(PublishedColumn::toColumn)
                .forEach(columns::add);
        return columns;
    }

    private static Column main(PublishedTable table, String name, String ucd) {
        Column column = table.column(name)
                .orElseThrow(() -> new IllegalStateException("no column " + name))
                .toColumn();
        ColumnType type = column.type() == ColumnType.FLOAT32 ? ColumnType.FLOAT64 : column.type();
        return new Column(name, type, column.shape(), column.unit(), ucd, column.description());
    }
}
