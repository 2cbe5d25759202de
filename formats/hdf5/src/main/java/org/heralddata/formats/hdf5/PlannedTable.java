package org.heralddata.formats.hdf5;

import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.heralddata.spi.SourceTable;

/** A table and where its columns come from. */
record PlannedTable(String name, long rows, List<PlannedColumn> columns, SequencedMap<String, String> metadata) {

    PlannedTable {
        columns = List.copyOf(columns);
    }

    SourceTable described() {
        return new SourceTable(
                name,
                OptionalLong.of(rows),
                columns.stream().map(PlannedColumn::column).toList(),
                metadata);
    }
}
