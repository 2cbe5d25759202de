package org.heralddata.serve.portal;

import java.util.List;
import java.util.Map;
import org.heralddata.adql.schema.Names;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.query.cube.Bins;
import org.heralddata.query.cube.Grid;
import org.heralddata.query.cube.GridScale;
import org.heralddata.query.cube.Grids;
import org.heralddata.spi.WriteOption;
import org.jspecify.annotations.Nullable;

/**
 * What the scripts of the data shop need to know of the table.
 *
 * @param adql its name as queries write it
 */
record ShopJson(
        String collection,
        String table,
        String base,
        String adql,
        long rows,
        List<Column> columns,
        List<PublishedTable.Component> components,
        Common common,
        Map<String, List<WriteOption>> choices) {

    /**
     * @param adql   its name as queries write it
     * @param min    null if the column has no finite value; of timestamps nanoseconds since 1970
     * @param energy true of the column that holds the event's energy
     * @param axis   null of columns without linked views
     */
    record Column(
            String name,
            String adql,
            String type,
            boolean scalar,
            String unit,
            String ucd,
            String description,
            @Nullable String component,
            boolean computed,
            @Nullable Double min,
            @Nullable Double max,
            boolean energy,
            @Nullable Axis axis) {}

    /**
     * The usual axis of a column's histogram.
     *
     * @param choices bins of widths that a person would choose, the narrowest first
     */
    record Axis(boolean log, List<Choice> choices) {
        static @Nullable Axis of(PublishedColumn column) {
            return Grids.usual(column).map(Axis::of).orElse(null);
        }

        static Axis of(Grid grid) {
            return new Axis(
                    grid.scale() == GridScale.LOG,
                    Bins.groups(grid).stream()
                            .map(group -> Choice.of(new Bins(grid, group)))
                            .toList());
        }
    }

    /**
     * Bins that an axis may have.
     *
     * @param first lower end; of times milliseconds since 1970
     */
    record Choice(int bins, double first, double last) {
        static Choice of(Bins bins) {
            return new Choice(
                    bins.bins(), bins.grid().edge(0, bins.group()), bins.grid().edge(bins.bins(), bins.group()));
        }
    }

    record Common(
            @Nullable String time,
            @Nullable String ra,
            @Nullable String dec) {}

    static ShopJson of(Shop shop) {
        PublishedTable table = shop.table();
        var id = shop.release().collection().id();
        var common = table.common();
        var energy = common.energy();
        return new ShopJson(
                id.value(),
                table.name(),
                Addresses.api(id, table.name()),
                Names.written(id.value()) + "." + Names.written(table.name()),
                table.rows(),
                table.columns().stream()
                        .map(c -> column(c, energy != null && energy.column().equals(c.name())))
                        .toList(),
                table.components(),
                new Common(common.time(), common.ra(), common.dec()),
                shop.choices().all());
    }

    private static Column column(PublishedColumn c, boolean energy) {
        return new Column(
                c.name(),
                Names.written(c.name()),
                c.type().label(),
                c.shape().isScalar(),
                c.unit().symbol(),
                c.ucd().words(),
                c.description(),
                c.component(),
                c.computed(),
                c.statistics().min(),
                c.statistics().max(),
                energy,
                Axis.of(c));
    }
}
