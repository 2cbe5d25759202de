package org.heralddata.serve.portal.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.table.ColumnType;
import org.heralddata.serve.portal.Addresses;
import org.heralddata.serve.portal.Shop;
import org.jspecify.annotations.Nullable;

/**
 * The page that compares.
 *
 * @param releases of the collection, newest first
 * @param columns  how those of B differ from those of A; empty of one release
 * @param rows     null if they were not counted
 * @param counted  whether they were to be counted
 */
public record Comparison(
        Side a,
        Side b,
        List<Release> releases,
        List<ColumnDifference> columns,
        @Nullable RowDifference rows,
        boolean counted,
        String query) {

    public boolean ofReleases() {
        return !a.release().name().equals(b.release().name());
    }

    /** This page with the rows counted one by one. */
    public String counting() {
        return "?" + (query.isEmpty() ? "" : query + "&") + "rows=count";
    }

    /** Columns that both have and a histogram can show. */
    List<PublishedColumn> shared() {
        return b.table().columns().stream()
                .filter(c -> Shop.canCut(c) && c.type() != ColumnType.STRING)
                .filter(c -> a.table().column(c.name()).filter(Shop::canCut).isPresent())
                .toList();
    }

    /** What the scripts draw. */
    Map<String, @Nullable Object> drawn() {
        Map<String, @Nullable Object> drawn = new LinkedHashMap<>();
        drawn.put("base", Addresses.api(b.release().collection().id(), b.table().name()));
        drawn.put("title", b.release().collection().title());
        drawn.put("a", Map.of("where", a.where(), "release", a.release().name(), "rows", a.rows()));
        drawn.put("b", Map.of("where", b.where(), "release", b.release().name(), "rows", b.rows()));
        drawn.put("sound", a.problem() == null && b.problem() == null);
        drawn.put("sky", a.table().common().ra() != null && b.table().common().ra() != null);
        var energy = b.table().common().energy();
        drawn.put("time", b.table().common().time());
        drawn.put("energy", energy == null ? null : energy.column());
        drawn.put("columns", shared().stream().map(this::column).toList());
        return drawn;
    }

    private Map<String, @Nullable Object> column(PublishedColumn c) {
        Map<String, @Nullable Object> column = new LinkedHashMap<>();
        var other = a.table().column(c.name()).orElse(c).statistics();
        var own = c.statistics();
        column.put("name", c.name());
        column.put("type", c.type().label());
        column.put("unit", c.unit().symbol());
        column.put("ucd", c.ucd().words());
        column.put("description", c.description());
        column.put("computed", c.computed());
        column.put("component", c.component());
        column.put("min", least(own.min(), other.min()));
        column.put("max", most(own.max(), other.max()));
        return column;
    }

    private static @Nullable Double least(@Nullable Double a, @Nullable Double b) {
        return a == null ? b : b == null ? a : Double.valueOf(Math.min(a, b));
    }

    private static @Nullable Double most(@Nullable Double a, @Nullable Double b) {
        return a == null ? b : b == null ? a : Double.valueOf(Math.max(a, b));
    }
}
