package org.heralddata.adql.print;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.heralddata.adql.schema.SchemaTable;
import org.heralddata.adql.schema.SchemaTable.Positions;
import org.heralddata.adql.typed.Query;
import org.heralddata.adql.typed.Relation;
import org.heralddata.adql.typed.Value;
import org.heralddata.model.coverage.Ranges;
import org.heralddata.model.coverage.SpaceMoc;
import org.heralddata.model.sky.Healpix;
import org.heralddata.model.sky.HealpixRange;
import org.heralddata.model.sky.SkyPosition;
import org.jspecify.annotations.Nullable;

/** Finds conditions that are cheap and leave out most rows, before an exact formula. */
final class Cells {
    /** Ranges of one cover; more would cost a query more than the rows that they spare it. */
    private static final int MOST_RANGES = 64;

    private final Printing printing;
    private final CellJoins joins;

    Cells(Printing printing) {
        this.printing = printing;
        joins = new CellJoins(printing);
    }

    /** The columns of positions that a point is; null if it is something else. */
    record Stored(String relation, Positions positions) {}

    static @Nullable Stored stored(Value point, Printing printing) {
        if (!(point instanceof Value.Point(var lon, var lat))
                || !(lon instanceof Value.Column(var relation, var ra, var _, var stored))
                || !(lat instanceof Value.Column(var other, var dec, var _, var _))
                || stored == null
                || !relation.equals(other)) {
            return null;
        }
        SchemaTable table = printing.table(relation);
        Positions positions = table == null ? null : table.positions();
        return positions != null && positions.ra().equals(ra) && positions.dec().equals(dec)
                ? new Stored(relation, positions)
                : null;
    }

    private static @Nullable SkyPosition constant(Value point) {
        if (!(point instanceof Value.Point(var lon, var lat))) {
            return null;
        }
        OptionalDouble ra = SkyPrinter.constant(lon);
        OptionalDouble dec = SkyPrinter.constant(lat);
        return ra.isPresent() && dec.isPresent() && Math.abs(dec.getAsDouble()) <= 90
                ? SkyPosition.of(ra.getAsDouble(), dec.getAsDouble())
                : null;
    }

    private boolean isSorted(Stored stored) {
        SchemaTable table = printing.table(stored.relation());
        return table != null && printing.relations.sortedBySky(table);
    }

    /** A condition that all points of a cone pass, one side being stored and the other a constant; empty if there is none. */
    String cone(Value a, Value b, double radiusDeg) {
        Stored stored = stored(a, printing);
        SkyPosition centre = constant(stored == null ? a : b);
        if (stored == null) {
            stored = stored(b, printing);
        }
        if (stored == null || centre == null) {
            return "";
        }
        double margin = radiusDeg + 1e-9;
        String band = printing.column(stored.relation(), stored.positions().dec()) + " BETWEEN "
                + printing.dialect.real(centre.decDeg() - margin) + " AND "
                + printing.dialect.real(centre.decDeg() + margin);
        String healpix = stored.positions().healpix();
        if (healpix == null || !isSorted(stored)) {
            return band;
        }
        var ranges = new ArrayList<String>();
        String column = printing.column(stored.relation(), healpix);
        for (HealpixRange range : Healpix.cone(centre.raDeg(), centre.decDeg(), radiusDeg)) {
            ranges.add(column + " BETWEEN " + range.first() + " AND " + range.last());
        }
        return "(" + String.join(" OR ", ranges) + ") AND " + band;
    }

    String polygon(Value point, Value polygon, String exact) {
        Stored stored = stored(point, printing);
        String healpix =
                stored == null || !isSorted(stored) ? null : stored.positions().healpix();
        if (stored == null || healpix == null || !(polygon instanceof Value.Polygon(var vertices))) {
            return exact;
        }
        var corners = new ArrayList<SkyPosition>();
        for (Value vertex : vertices) {
            SkyPosition corner = constant(vertex);
            if (corner == null) {
                return exact;
            }
            corners.add(corner);
        }
        Ranges cover = cover(corners);
        if (cover == null) {
            return exact;
        }
        var ranges = new ArrayList<String>();
        String column = printing.column(stored.relation(), healpix);
        for (int i = 0; i < cover.count(); i++) {
            ranges.add(column + " BETWEEN " + cover.first(i) + " AND " + (cover.end(i) - 1));
        }
        return "((" + (ranges.isEmpty() ? "false" : String.join(" OR ", ranges)) + ") AND " + exact + ")";
    }

    /** As fine as the number of ranges allows; null if the polygon has no inside that cells could cover. */
    private static @Nullable Ranges cover(List<SkyPosition> corners) {
        Ranges best = null;
        try {
            for (int order = 2; order <= 18; order++) {
                Ranges next = SpaceMoc.polygon(order, corners).cells();
                if (next.count() > MOST_RANGES) {
                    break;
                }
                best = next;
            }
        } catch (IllegalArgumentException tooLarge) {
            return null;
        }
        return best;
    }

    void plan(Query.Select select) {
        joins.plan(select);
    }

    String expanded(String alias, String relation) {
        return joins.expanded(alias, relation);
    }

    String of(Relation.Joined joined) {
        return joins.of(joined);
    }
}
