package org.heralddata.adql.size;

import java.util.List;
import org.heralddata.adql.schema.SchemaTable;

/**
 * How much a query reads and gives.
 *
 * @param rows      of its answer
 * @param scans     one for each time that a table is named
 * @param crossings tables whose rows are joined with every row of others
 * @param streamed  whether rows are given as they are read; else all are read before the first is given
 */
public record QuerySize(RowBound rows, List<Scan> scans, List<Crossing> crossings, boolean streamed) {

    public QuerySize {
        scans = List.copyOf(scans);
        crossings = List.copyOf(crossings);
    }

    /**
     * A table that is read.
     *
     * @param most rows that may be read of it
     * @param cut  whether a condition on its own columns leaves rows out
     */
    public record Scan(SchemaTable table, long most, boolean cut) {}

    /**
     * Tables without a condition between them.
     *
     * @param names as queries write them; aliases of subqueries
     * @param pairs rows that such a join has
     */
    public record Crossing(List<String> names, long pairs) {
        public Crossing {
            names = List.copyOf(names);
        }
    }
}
