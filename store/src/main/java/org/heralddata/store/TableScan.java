package org.heralddata.store;

import java.nio.file.Path;
import java.util.List;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.jspecify.annotations.Nullable;

/**
 * The files of a table at a release, and how columns are found in them.
 *
 * @param files   in the table's sort order, with what is known of their contents; empty for an empty table
 * @param columns as published, with their Iceberg field ids, each timestamp {@code t} followed by its {@code t_ns}; files of
 *                older releases may lack some, which are then null
 */
public record TableScan(List<ScanFile> files, List<ScanColumn> columns) {

    public TableScan {
        files = List.copyOf(files);
        columns = List.copyOf(columns);
    }

    /**
     * @param path       absolute
     * @param minSortKey least value of the sort column (HEALPix index, or microseconds since 1970); null if not sorted
     * @param maxSortKey greatest value of it
     */
    public record ScanFile(
            Path path,
            long rows,
            long bytes,
            @Nullable Long minSortKey,
            @Nullable Long maxSortKey) {}

    /**
     * @param name    as published; a timestamp column {@code t} is kept as UTC microseconds in {@code t} and the nanosecond
     *                within the microsecond, 0 to 999, in {@code t_ns}
     * @param fieldId Iceberg field id
     */
    public record ScanColumn(String name, int fieldId, ColumnType type, Shape shape) {}
}
