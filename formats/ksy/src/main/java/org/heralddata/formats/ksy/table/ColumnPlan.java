package org.heralddata.formats.ksy.table;

import java.util.List;
import org.heralddata.formats.ksy.run.Kind;
import org.heralddata.model.table.Column;

/**
 * A column and where its values are.
 *
 * @param level   the step of the table's path whose holder has it; {@link #ROW} for the row itself
 * @param steps   names of members from there; none for the number of an element of the step {@code level}
 * @param listAt  the step that is an array; negative if none
 * @param guarded true if an instance is on the way, whose failure leaves the cell empty
 * @param labels  true if numbers are written as their labels
 */
record ColumnPlan(
        Column column, Kind kind, int level, List<String> steps, int listAt, boolean guarded, boolean labels) {
    static final int ROW = -1;

    ColumnPlan {
        steps = List.copyOf(steps);
    }

    boolean isIndex() {
        return steps.isEmpty();
    }
}
