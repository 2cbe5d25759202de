package org.heralddata.serve.portal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.heralddata.model.catalogue.CollectionDescription;
import org.heralddata.model.catalogue.EnergyScale;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.serve.fair.Days;
import org.jspecify.annotations.Nullable;

/**
 * A collection on the home page.
 *
 * @param rows     of all tables
 * @param span     first to last year; null if no table has times
 * @param main     the table with most rows
 * @param spark    what to draw small; null if no table has energies
 * @param words    lower-case text that the search field looks in
 */
public record Card(
        CollectionDescription about,
        Release release,
        int releases,
        long rows,
        @Nullable String span,
        PublishedTable main,
        @Nullable Spark spark,
        String words) {

    /**
     * A histogram of energies.
     *
     * @param scale {@code log} or {@code linear}, as the REST API names it
     */
    public record Spark(String base, String column, String scale, String label) {}

    static Card of(Release release, int releases) {
        var about = release.collection();
        PublishedTable main = release.tables().stream()
                .max(Comparator.comparingLong(PublishedTable::rows))
                .orElseThrow();
        long rows = release.tables().stream().mapToLong(PublishedTable::rows).sum();
        String span = Days.span(release).map(Card::years).orElse(null);
        return new Card(about, release, releases, rows, span, main, spark(about, main), words(about, release.tables()));
    }

    private static String years(String interval) {
        String first = interval.substring(0, interval.indexOf('-'));
        String last = interval.substring(interval.indexOf('/') + 1);
        last = last.substring(0, last.indexOf('-'));
        return first.equals(last) ? first : first + "–" + last;
    }

    private static @Nullable Spark spark(CollectionDescription about, PublishedTable table) {
        var energy = table.common().energy();
        if (energy == null) {
            return null;
        }
        var column = table.column(energy.column()).orElse(null);
        Double min = column == null ? null : column.statistics().min();
        Double max = column == null ? null : column.statistics().max();
        if (column == null || min == null || max == null || max <= min) {
            return null;
        }
        boolean log = energy.scale() == EnergyScale.LINEAR && min > 0;
        String label = "%s from %s to %s %s"
                .formatted(
                        column.name(),
                        Figures.number(rounded(min)),
                        Figures.number(rounded(max)),
                        Figures.unit(column.unit()));
        return new Spark(Addresses.api(about.id(), table.name()), column.name(), log ? "log" : "linear", label.strip());
    }

    private static double rounded(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.3g", value));
    }

    private static String words(CollectionDescription about, List<PublishedTable> tables) {
        var out = new StringBuilder();
        for (String part : new String[] {
            about.id().value(),
            about.title(),
            about.description(),
            about.messenger(),
            about.facility(),
            about.instrument()
        }) {
            if (part != null) {
                out.append(part).append(' ');
            }
        }
        about.keywords().forEach(k -> out.append(k).append(' '));
        tables.forEach(t -> t.components().forEach(c -> out.append(c.name()).append(' ')));
        return out.toString().toLowerCase(Locale.ROOT);
    }
}
