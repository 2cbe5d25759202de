package org.heralddata.formats.km3net;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.heralddata.model.table.Column;
import org.heralddata.spi.rows.Layouts;

/** The columns of all tables. */
final class TableLayout {
    private static final Map<String, List<Layouts.Field>> ALL = Layouts.of(TableLayout.class, "tables.txt");

    private TableLayout() {}

    static List<Column> columns(String table) {
        return Layouts.columns(Objects.requireNonNull(ALL.get(table)));
    }
}
