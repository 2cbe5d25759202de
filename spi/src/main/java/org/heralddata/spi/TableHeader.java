package org.heralddata.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.heralddata.model.table.Column;

/**
 * What a writer is told before the first row.
 *
 * @param name        of the table
 * @param description may be empty
 * @param rows        exact number of rows to come; empty if not known
 * @param columns     at least one, names unique
 * @param metadata    to be kept in the file: {@code title}, {@code licence}, {@code citation}, {@code release},
 *                    {@code selection} …; keys in lower case with underscores
 */
public record TableHeader(
        String name,
        String description,
        OptionalLong rows,
        List<Column> columns,
        SequencedMap<String, String> metadata) {

    public TableHeader {
        columns = List.copyOf(columns);
        metadata = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(metadata));
    }
}
