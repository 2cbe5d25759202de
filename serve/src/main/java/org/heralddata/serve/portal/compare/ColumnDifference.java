package org.heralddata.serve.portal.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.heralddata.model.catalogue.PublishedColumn;
import org.heralddata.model.catalogue.PublishedTable;

/**
 * How a column of one release differs from that of another.
 *
 * @param what {@code added}, {@code removed}, or what of it changed
 * @param a    what it was; empty if it was not there
 * @param b    what it is; empty if it is not there
 */
public record ColumnDifference(String column, String what, String a, String b) {

    /** All of two tables: the first is the earlier. */
    static List<ColumnDifference> of(PublishedTable a, PublishedTable b) {
        List<ColumnDifference> all = new ArrayList<>();
        if (!a.description().equals(b.description())) {
            all.add(new ColumnDifference("", "description of the table", a.description(), b.description()));
        }
        for (PublishedColumn old : a.columns()) {
            b.column(old.name())
                    .ifPresentOrElse(
                            now -> compare(old, now, all),
                            () -> all.add(new ColumnDifference(old.name(), "removed", old.description(), "")));
        }
        b.columns().stream()
                .filter(now -> a.column(now.name()).isEmpty())
                .forEach(now -> all.add(new ColumnDifference(now.name(), "added", "", now.description())));
        return List.copyOf(all);
    }

    private static void compare(PublishedColumn a, PublishedColumn b, List<ColumnDifference> all) {
        differ(a.name(), "type", a.type().label() + a.shape(), b.type().label() + b.shape(), all);
        differ(a.name(), "unit", a.unit().symbol(), b.unit().symbol(), all);
        differ(a.name(), "UCD", a.ucd().words(), b.ucd().words(), all);
        differ(a.name(), "description", a.description(), b.description(), all);
        differ(a.name(), "valid range", Objects.toString(a.declared(), ""), Objects.toString(b.declared(), ""), all);
    }

    private static void differ(String column, String what, String a, String b, List<ColumnDifference> all) {
        if (!a.equals(b)) {
            all.add(new ColumnDifference(column, what, a, b));
        }
    }
}
