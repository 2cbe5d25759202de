package org.heralddata.query.adql;

import java.util.List;
import org.heralddata.adql.schema.SchemaTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.table.Column;
import org.jspecify.annotations.Nullable;

/**
 * A table that queries may name, as TAP_SCHEMA and VOSI tell it.
 *
 * @param table   as the language knows it
 * @param release whose table it is; null if Herald made it
 * @param rows    how many; negative if not known
 */
public record DescribedTable(
        SchemaTable table,
        String schemaDescription,
        String description,
        @Nullable String utype,
        List<DescribedColumn> columns,
        @Nullable Release release,
        long rows) {

    public DescribedTable {
        columns = List.copyOf(columns);
    }

    /**
     * @param xtype     DALI's name of what the values are; null if none
     * @param indexed   true if rows are sorted by it
     * @param principal true if a client should show it unasked
     * @param standard  true if a standard defines it
     */
    public record DescribedColumn(
            Column column,
            @Nullable String xtype,
            @Nullable String utype,
            boolean indexed,
            boolean principal,
            boolean standard) {}
}
