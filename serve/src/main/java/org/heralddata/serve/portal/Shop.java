package org.heralddata.serve.portal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.heralddata.adql.schema.Names;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.query.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * The data shop as the server renders it.
 *
 * @param newest whether the release shown is the newest
 */
public record Shop(
        Release release,
        boolean newest,
        List<Release> releases,
        PublishedTable table,
        Asked asked,
        List<String> formats,
        FormatChoices choices,
        Answer answer,
        Notice notice) {

    /**
     * What the address says.
     *
     * @param columns empty for all
     */
    public record Asked(String where, List<String> columns, String release, String format) {}

    /**
     * What the data say.
     *
     * @param problem null if the selection is sound
     */
    public record Answer(
            Estimate estimate, SampleRows rows, @Nullable Problem problem) {}

    public List<ColumnGroups.Group> groups() {
        return ColumnGroups.of(table);
    }

    /** True of columns that a histogram or a list of words can cut on. */
    public static boolean canCut(PublishedColumn column) {
        var statistics = column.statistics();
        return column.shape().isScalar()
                && switch (column.type()) {
                    case BOOL, BYTES -> false;
                    case STRING -> !column.ucd().words().startsWith("meta.id");
                    default -> statistics.min() != null && statistics.max() != null;
                };
    }

    /** A selection that works on this table, to learn from: on the energy, else on what is measured. */
    public String example() {
        var energy = table.common().energy();
        return table.columns().stream()
                .filter(c -> c.type().isNumeric() && !c.computed() && canCut(c))
                .min(Comparator.comparing(
                        c -> energy != null && energy.column().equals(c.name()) ? 0 : isMeasured(c) ? 1 : 2))
                .map(c -> c.name() + " > " + Figures.number(middle(c)))
                .orElse("uuid = '…'");
    }

    private static boolean isMeasured(PublishedColumn column) {
        return !column.ucd().words().matches("(time|meta\\.(id|record|code)).*");
    }

    private static double middle(PublishedColumn column) {
        Double min = column.statistics().min();
        Double max = column.statistics().max();
        return min == null || max == null ? 0 : Double.parseDouble(String.format(Locale.ROOT, "%.3g", (min + max) / 2));
    }

    /** True if the column is to be written. */
    public boolean wants(PublishedColumn column) {
        return asked.columns().isEmpty() || asked.columns().contains(column.name());
    }

    /** The page for queries with one of this table. */
    public String adql() {
        String name = Names.written(release.collection().id().value()) + "." + Names.written(table.name());
        return "/adql?query=" + Addresses.encoded("SELECT TOP 100 *\nFROM " + name);
    }

    /** The page that compares this selection with another. */
    public String compare() {
        return Addresses.shop(release.collection().id(), table.name()) + "/compare?a="
                + Addresses.encoded(asked.where()) + (newest ? "" : "&release-a=" + release.name());
    }

    /** The way to the events of this selection, but for the place of each. */
    public String events() {
        var out = new StringBuilder(Addresses.shop(release.collection().id(), table.name()) + "/events?");
        if (!asked.where().isEmpty()) {
            out.append("where=").append(Addresses.encoded(asked.where()));
        }
        return newest
                ? out.toString()
                : out.append("&release=").append(release.name()).toString();
    }

    /** The page that orders this selection as a package. */
    public String order() {
        var out = new StringBuilder(
                "/requests/new?collection=" + release.collection().id() + "&table=" + table.name());
        out.append("&format=").append(asked.format()).append(choices.parameters());
        if (!asked.where().isEmpty()) {
            out.append("&where=").append(Addresses.encoded(asked.where()));
        }
        if (!asked.columns().isEmpty()) {
            out.append("&columns=").append(Addresses.encoded(String.join(",", asked.columns())));
        }
        return newest
                ? out.toString()
                : out.append("&release=").append(release.name()).toString();
    }

    /** Where the file of this selection is. */
    public String download() {
        var out = new StringBuilder(Addresses.rows(release.collection().id(), table.name(), asked.format()));
        out.append(choices.parameters());
        if (!asked.where().isEmpty()) {
            out.append("&where=").append(Addresses.encoded(asked.where()));
        }
        if (!asked.columns().isEmpty()) {
            out.append("&columns=").append(Addresses.encoded(String.join(",", asked.columns())));
        }
        return newest
                ? out.toString()
                : out.append("&release=").append(release.name()).toString();
    }
}
