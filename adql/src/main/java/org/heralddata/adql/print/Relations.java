package org.heralddata.adql.print;

import java.util.SortedSet;
import org.heralddata.adql.schema.SchemaTable;

/** Says what stands after FROM for a table. */
public interface Relations {

    /**
     * SQL of a relation, without an alias.
     *
     * @param columns physical names of the columns that the query uses; may be empty, when only rows count
     */
    String sql(SchemaTable table, SortedSet<String> columns);

    /** Whether a range of HEALPix cells is found in what {@link #sql} names without reading all of it. */
    default boolean sortedBySky(SchemaTable table) {
        return table.positions() != null && table.positions().sorted();
    }
}
