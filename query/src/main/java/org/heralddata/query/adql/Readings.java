package org.heralddata.query.adql;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.heralddata.adql.schema.Names;
import org.heralddata.adql.schema.SchemaColumn;
import org.heralddata.adql.schema.SchemaTable;
import org.heralddata.adql.size.QuerySize;
import org.heralddata.adql.size.QuerySize.Scan;
import org.heralddata.model.catalogue.DataFile;
import org.heralddata.model.table.ColumnType;
import org.heralddata.query.adql.AdqlEstimate.Read;

/** What queries read of tables. */
final class Readings {

    /** Of texts and of lists, whose lengths are not looked at. */
    private static final int BYTES_OF_TEXT = 24;

    private static final int ELEMENTS_OF_LIST = 16;

    private Readings() {}

    /** Each table once. */
    static List<Read> of(QuerySize size, UsedColumns used, HomeSchema home) {
        IdentityHashMap<SchemaTable, List<Scan>> byTable = new IdentityHashMap<>();
        List<SchemaTable> order = new ArrayList<>();
        for (Scan scan : size.scans()) {
            byTable.computeIfAbsent(scan.table(), table -> {
                        order.add(table);
                        return new ArrayList<>();
                    })
                    .add(scan);
        }
        return order.stream()
                .map(table -> read(table, byTable.getOrDefault(table, List.of()), used.of(table), home))
                .toList();
    }

    private static Read read(SchemaTable table, List<Scan> scans, Set<String> columns, HomeSchema home) {
        long most = scans.stream().mapToLong(Scan::most).reduce(0, (a, b) -> a > Long.MAX_VALUE - b ? a : a + b);
        var described = home.described(table);
        var release = described == null ? null : described.release();
        List<String> sorted = described == null
                ? List.of()
                : described.columns().stream()
                        .filter(DescribedTable.DescribedColumn::indexed)
                        .map(column -> Names.written(column.column().name()))
                        .toList();
        double all = width(table.columns());
        double part = width(table.columns().stream()
                .filter(column -> columns.contains(column.physical()))
                .toList());
        double row = release == null
                ? part
                : release.files().stream()
                                .filter(file -> file.table().equals(table.name()))
                                .mapToLong(DataFile::bytes)
                                .sum()
                        * part
                        / all
                        / Math.max(1, table.rows());
        return new Read(
                table.qualifiedName(),
                table.name(),
                release,
                table.rows(),
                most,
                most == Long.MAX_VALUE ? 0 : Math.round(row * most),
                columns.size(),
                scans.stream().allMatch(Scan::cut),
                sorted);
    }

    /** Bytes of a row of these columns before they are compressed. */
    private static double width(List<SchemaColumn> columns) {
        return columns.stream()
                .mapToDouble(column -> width(column.type().element())
                        * (column.type().shape().isScalar()
                                ? 1
                                : column.type().shape().varies()
                                        ? ELEMENTS_OF_LIST
                                        : column.type().shape().fixedElements()))
                .sum();
    }

    private static int width(ColumnType type) {
        return switch (type) {
            case BOOL, INT8, UINT8 -> 1;
            case INT16, UINT16 -> 2;
            case INT32, UINT32, FLOAT32 -> 4;
            case INT64, UINT64, FLOAT64, TIMESTAMP -> 8;
            case STRING, BYTES -> BYTES_OF_TEXT;
        };
    }
}
