package org.heralddata.query.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.heralddata.model.selection.Cut;
import org.heralddata.model.table.ColumnType;
import org.heralddata.store.TableScan;
import org.heralddata.store.TableScan.ScanColumn;
import org.heralddata.store.TableScan.ScanFile;

/** Prints a table as what stands behind {@code FROM}: the files that a cut needs, columns found by their field ids. */
final class Relation {

    private Relation() {}

    /**
     * @param used columns that the query names, as the files have them ({@code t_ns} too)
     */
    static String of(Source source, Cut cut, Set<String> used) {
        TableScan scan = source.scan();
        List<ScanColumn> columns =
                scan.columns().stream().filter(c -> used.contains(c.name())).toList();
        Set<String> missing = new TreeSet<>(used);
        columns.forEach(c -> missing.remove(c.name()));
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "table %s keeps no column %s".formatted(source.table().name(), missing));
        }
        List<Path> files =
                FilePruning.files(source, cut).stream().map(ScanFile::path).toList();
        if (files.isEmpty()) {
            return empty(columns);
        }
        if (columns.isEmpty()) {
            columns = scan.columns().subList(0, 1); // rows are counted, no cell is looked at
        }
        return "read_parquet([%s], schema=MAP {%s})"
                .formatted(
                        files.stream().map(f -> Sql.text(f.toString())).collect(Collectors.joining(", ")),
                        columns.stream()
                                .map(c -> "%d: {name: %s, type: %s, default_value: NULL}"
                                        .formatted(c.fieldId(), Sql.text(c.name()), Sql.text(type(c))))
                                .collect(Collectors.joining(", ")));
    }

    private static String empty(List<ScanColumn> columns) {
        String cells = columns.isEmpty()
                ? "1"
                : columns.stream()
                        .map(c -> "NULL::%s AS %s".formatted(type(c), Sql.name(c.name())))
                        .collect(Collectors.joining(", "));
        return "(SELECT " + cells + " WHERE false)";
    }

    private static String type(ScanColumn column) {
        return physical(column.type()) + "[]".repeat(column.shape().levels());
    }

    /** How the store keeps a type. */
    static String physical(ColumnType type) {
        return switch (type) {
            case BOOL -> "BOOLEAN";
            case INT8, INT16, INT32, UINT8, UINT16 -> "INTEGER";
            case INT64, UINT32 -> "BIGINT";
            case UINT64 -> "DECIMAL(20,0)";
            case FLOAT32 -> "FLOAT";
            case FLOAT64 -> "DOUBLE";
            case STRING -> "VARCHAR";
            case BYTES -> "BLOB";
            case TIMESTAMP -> "TIMESTAMP";
        };
    }
}
