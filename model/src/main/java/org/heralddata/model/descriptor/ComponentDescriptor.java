package org.heralddata.model.descriptor;

import java.util.List;

/**
 * A detector component, such as KASCADE's array, GRANDE or the calorimeter.
 *
 * <p>An event has it if any of its columns has a value.
 *
 * @param name    lower-case letters and digits; the columns are published as {@code <name>_<column>}
 * @param columns at least one
 */
public record ComponentDescriptor(String name, String description, List<ColumnDescriptor> columns) {

    public ComponentDescriptor {
        columns = List.copyOf(columns);
    }
}
