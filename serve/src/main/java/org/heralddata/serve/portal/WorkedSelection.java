package org.heralddata.serve.portal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;

/**
 * An example for newcomers that really works on this server.
 *
 * @param title  what it asks, in words
 * @param text   what it is good for
 * @param where  the selection
 * @param link   address of the page that shows it
 */
public record WorkedSelection(String title, String text, String where, String link) {
    private static final String CRAB = "83.63, 22.01";

    /** Up to three, made from the collections that are there. */
    static List<WorkedSelection> from(List<Release> releases) {
        var out = new ArrayList<WorkedSelection>();
        first(releases, WorkedSelection::energetic).ifPresent(out::add);
        first(releases, WorkedSelection::aroundTheCrab).ifPresent(out::add);
        if (releases.stream()
                .flatMap(r -> r.tables().stream())
                .anyMatch(t -> t.common().ra() != null && !t.withheld().all())) {
            String where = "cone(ra, dec, " + CRAB + ", 5 deg)";
            out.add(new WorkedSelection(
                    "One cone over all experiments",
                    "Every collection side by side: who saw something around the Crab nebula?",
                    where,
                    "/events?where=" + Addresses.encoded(where)));
        }
        return out;
    }

    private interface Maker {
        Optional<WorkedSelection> make(Release release, PublishedTable table);
    }

    private static Optional<WorkedSelection> first(List<Release> releases, Maker maker) {
        return releases.stream()
                .flatMap(r ->
                        r.tables().stream().filter(t -> !t.withheld().all()).map(t -> maker.make(r, t)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<WorkedSelection> energetic(Release release, PublishedTable table) {
        var energy = table.common().energy();
        if (energy == null) {
            return Optional.empty();
        }
        return table.column(energy.column())
                .flatMap(column -> threshold(column))
                .map(bound -> {
                    String where = energy.column() + " >= " + bound;
                    var about = release.collection();
                    return new WorkedSelection(
                            "The highest energies",
                            "Cut on the energy of %s and see what is left of all other distributions."
                                    .formatted(about.title()),
                            where,
                            Addresses.shop(about.id(), table.name(), where));
                });
    }

    /** Two thirds up the range, in a logarithm's own units or a linear column's. */
    private static Optional<String> threshold(PublishedColumn column) {
        Double min = column.statistics().min();
        Double max = column.statistics().max();
        if (min == null || max == null || max <= min) {
            return Optional.empty();
        }
        boolean wide = min > 0 && max / min > 100;
        double bound = wide ? min * Math.pow(max / min, 0.6) : min + 0.6 * (max - min);
        return Optional.of(new BigDecimal(bound)
                .round(new MathContext(wide ? 1 : 3))
                .stripTrailingZeros()
                .toPlainString());
    }

    private static Optional<WorkedSelection> aroundTheCrab(Release release, PublishedTable table) {
        var common = table.common();
        var about = release.collection();
        if (common.ra() == null || !about.messenger().equals("photon")) {
            return Optional.empty();
        }
        String where = "cone(%s, %s, %s, 0.5 deg)".formatted(common.ra(), common.dec(), CRAB);
        return Optional.of(new WorkedSelection(
                "A cone around the Crab nebula",
                "A circle on the sky, drawn with the mouse or written down, in %s.".formatted(about.title()),
                where,
                Addresses.shop(about.id(), table.name(), where)));
    }
}
