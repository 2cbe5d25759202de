package org.heralddata.formats.root.tree;

import java.util.List;
import org.heralddata.model.table.Column;

/**
 * A branch that is read.
 *
 * @param columns in the order of their place in the entry, under the names that the branch gives them
 */
record PlannedBranch(Branch branch, List<Column> columns) {
    PlannedBranch {
        columns = List.copyOf(columns);
    }
}
