package org.heralddata.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.heralddata.model.table.Column;

/**
 * A table within a file.
 *
 * @param name     its place in the file: an HDU's name or number, a tree or group path; never empty
 * @param rows     empty if only reading on can tell (text)
 * @param columns  at least one
 * @param metadata header cards, attributes, comments, in the file's order; values as text
 */
public record SourceTable(String name, OptionalLong rows, List<Column> columns, SequencedMap<String, String> metadata) {

    public SourceTable {
        columns = List.copyOf(columns);
        metadata = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(metadata));
    }
}
