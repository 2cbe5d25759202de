package org.heralddata.adql.print;

import org.heralddata.adql.typed.Predicate;
import org.heralddata.adql.typed.Query;
import org.heralddata.adql.typed.Relation;
import org.heralddata.adql.typed.Value;

/** Prints geometry on the sphere. */
final class SkyPrinter {
    private final Printing printing;
    private final Dialect dialect;

    SkyPrinter(Printing printing) {
        this.printing = printing;
        dialect = printing.dialect;
    }

    void plan(Query.Select select) {}

    String expanded(String alias, String relation) {
        return relation + " AS " + alias;
    }

    String cellsOf(Relation.Joined joined) {
        return "";
    }

    String lon(Value point) {
        return point instanceof Value.Point(var lon, var _)
                ? printing.values.number(lon)
                : dialect.element(printing.values.print(point), 1);
    }

    String lat(Value point) {
        return point instanceof Value.Point(var _, var lat)
                ? printing.values.number(lat)
                : dialect.element(printing.values.print(point), 2);
    }

    private String haversine(Value from, Value to) {
        return "(pow(sin(radians(%2$s - %4$s) / 2), 2) + cos(radians(%2$s)) * cos(radians(%4$s)) * pow(sin(radians(%1$s - %3$s) / 2), 2))"
                .formatted(lon(from), lat(from), lon(to), lat(to));
    }

    String separation(Value from, Value to) {
        return "degrees(2 * asin(sqrt(least(" + haversine(from, to) + ", 1))))";
    }

    String within(Predicate.Within within) {
        String radius = printing.values.number(within.radius());
        return "(%s %s pow(sin(radians(least(%s, 180)) / 2), 2) * (1 + 1e-14) AND %3$s >= 0)"
                .formatted(haversine(within.point(), within.centre()), within.inclusive() ? "<=" : "<", radius);
    }
}
