package org.heralddata.query.adql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.heralddata.adql.schema.Meta;
import org.heralddata.adql.schema.SchemaColumn;
import org.heralddata.adql.schema.SchemaTable;
import org.heralddata.adql.schema.SchemaTable.Positions;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.model.catalogue.CommonEvent;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.model.table.ColumnType;
import org.heralddata.model.table.Shape;
import org.heralddata.query.adql.DescribedTable.DescribedColumn;
import org.jspecify.annotations.Nullable;

/** Describes the tables of releases: schema is the collection's id. */
final class ReleaseTables {

    private ReleaseTables() {}

    static DescribedTable describe(Release release, PublishedTable table) {
        var columns = new ArrayList<SchemaColumn>();
        var described = new ArrayList<DescribedColumn>();
        Set<String> keys = keys(table);
        for (PublishedColumn column : table.columns()) {
            columns.add(column(column));
            boolean principal = column.shape().isScalar() && column.type() != ColumnType.BYTES;
            described.add(new DescribedColumn(
                    column.toColumn(), xtype(column), null, keys.contains(column.name()), principal, false));
        }
        var known = new SchemaTable(
                release.collection().id().value(), table.name(), columns, positions(table), table.rows());
        return new DescribedTable(
                known, release.collection().title(), table.description(), null, described, release, table.rows());
    }

    private static SchemaColumn column(PublishedColumn column) {
        var known = column.toColumn();
        var meta = new Meta(known.unit(), known.ucd(), known.description(), xtype(column), null);
        boolean nans = column.type().isFloating() && column.statistics().nans() > 0;
        String fraction = column.type() == ColumnType.TIMESTAMP ? column.name() + "_ns" : null;
        return new SchemaColumn(
                column.name(), column.name(), ValueType.of(column.type(), column.shape()), meta, nans, fraction);
    }

    private static @Nullable String xtype(PublishedColumn column) {
        return column.type() == ColumnType.TIMESTAMP && column.shape().isScalar() ? "timestamp" : null;
    }

    /** Columns that rows are sorted by, so that a range of them is found without reading all. */
    private static Set<String> keys(PublishedTable table) {
        CommonEvent common = table.common();
        return switch (table.sort()) {
            case TIME -> common.time() == null ? Set.of() : Set.of(common.time());
            case SKY ->
                common.healpix() == null || common.ra() == null || common.dec() == null
                        ? Set.of()
                        : Set.of(common.healpix(), common.ra(), common.dec());
            default -> Set.of();
        };
    }

    private static @Nullable Positions positions(PublishedTable table) {
        CommonEvent common = table.common();
        String ra = common.ra();
        String dec = common.dec();
        return ra != null && dec != null && isDegrees(table, ra) && isDegrees(table, dec)
                ? new Positions(ra, dec, common.healpix(), table.sort() == SortOrder.SKY)
                : null;
    }

    private static boolean isDegrees(PublishedTable table, String name) {
        return table.column(name)
                .filter(c -> c.type() == ColumnType.FLOAT64
                        && c.shape().equals(Shape.SCALAR)
                        && c.unit().symbol().equals("deg"))
                .isPresent();
    }

    static List<DescribedTable> of(List<Release> releases) {
        return releases.stream()
                .flatMap(release -> release.tables().stream()
                        .filter(table -> !table.withheld().all())
                        .map(table -> describe(release, table)))
                .toList();
    }
}
