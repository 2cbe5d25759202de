package org.heralddata.formats.ksy.table;

import java.util.List;
import org.heralddata.formats.ksy.run.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A table of a described file.
 *
 * @param name    the path with slashes, such as {@code events/hits}
 * @param path    names of fields from the file to the rows; empty if the file is the only row
 * @param scalar  what the elements are if they are no structures; else null
 * @param columns at least one
 */
record TablePlan(String name, List<String> path, @Nullable Kind scalar, List<ColumnPlan> columns, String doc) {

    public TablePlan {
        path = List.copyOf(path);
        columns = List.copyOf(columns);
    }
}
