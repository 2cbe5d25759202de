package org.heralddata.adql.print;

import java.util.ArrayList;
import org.heralddata.adql.typed.Value;
import org.heralddata.model.coverage.Ranges;
import org.heralddata.model.coverage.SpaceMoc;
import org.heralddata.model.sky.Healpix;

/** Prints whether positions lie in cells of the sky: the number of a position's own cell is sought among ranges, by halves. */
final class MocPrinter {
    /** Ranges that an engine is to leave out rows by; more would cost it more than they spare. */
    private static final int MOST_COARSE = 64;

    private final Printing printing;

    MocPrinter(Printing printing) {
        this.printing = printing;
    }

    String contains(Value point, SpaceMoc moc) {
        if (moc.isEmpty()) {
            return "(" + printing.sky.lon(point) + " IS NULL AND NULL)";
        }
        Ranges ranges = moc.cells();
        Cells.Stored stored = Cells.stored(point, printing);
        String column = stored == null || stored.positions().healpix() == null
                ? null
                : printing.column(stored.relation(), stored.positions().healpix());
        if (stored == null || column == null) {
            return new HealpixSql(printing)
                    .ofIndex(
                            Integer.toString(Healpix.MAX_ORDER),
                            printing.sky.lon(point),
                            printing.sky.lat(point),
                            cell -> among(cell, ranges, 0, ranges.count()));
        }
        String exact = among(column, ranges, 0, ranges.count());
        return stored.positions().sorted() ? "(" + coarse(column, ranges) + " AND " + exact + ")" : exact;
    }

    private static String coarse(String column, Ranges ranges) {
        Ranges few = ranges;
        for (int bits = 2; few.count() > MOST_COARSE; bits += 2) {
            few = ranges.coarsened(bits);
        }
        var parts = new ArrayList<String>();
        for (int i = 0; i < few.count(); i++) {
            parts.add(column + " BETWEEN " + few.first(i) + " AND " + (few.end(i) - 1));
        }
        return "(" + String.join(" OR ", parts) + ")";
    }

    private static String among(String number, Ranges ranges, int first, int end) {
        if (end - first == 1) {
            return "(" + number + " BETWEEN " + ranges.first(first) + " AND " + (ranges.end(first) - 1) + ")";
        }
        int middle = (first + end) / 2;
        return "CASE WHEN " + number + " < " + ranges.first(middle) + " THEN " + among(number, ranges, first, middle)
                + " ELSE " + among(number, ranges, middle, end) + " END";
    }
}
