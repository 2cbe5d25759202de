package org.heralddata.adql.print;

import java.util.List;
import org.heralddata.adql.typed.SkyFrame;
import org.heralddata.adql.typed.Value;

/** Turns directions from one reference frame into another. */
final class Turning {

    private Turning() {}

    static String print(Value.Call call, SkyPrinter sky, Printing printing) {
        SkyFrame source = frame(call, 0);
        SkyFrame target = frame(call, 1);
        Value point = call.arguments().get(2);
        return sky.with(List.of(sky.lon(point), sky.lat(point)), at -> {
            Vec from = Vec.of(at.get(0), at.get(1));
            double[] terms = source.eTerms();
            return terms == null
                    ? rotated(from, source, target, printing.dialect)
                    : without(from, terms, printing, v -> rotated(v, source, target, printing.dialect));
        });
    }

    /** Without aberration: {@code v - e + (e v) v}. */
    private static String without(
            Vec from, double[] terms, Printing printing, java.util.function.Function<Vec, String> body) {
        Vec e = Vec.of(terms, printing.dialect::real);
        String grown = "(1 + " + e.dot(from) + ")";
        return printing.dialect.let(
                printing.fresh("f", 3),
                List.of(
                        from.x() + " * " + grown + " - " + e.x(),
                        from.y() + " * " + grown + " - " + e.y(),
                        from.z() + " * " + grown + " - " + e.z()),
                v -> body.apply(new Vec(v.get(0), v.get(1), v.get(2))));
    }

    private static String rotated(Vec from, SkyFrame source, SkyFrame target, Dialect dialect) {
        double[][] matrix = source.to(target);
        var turned = new Vec(
                "(" + Vec.of(matrix[0], dialect::real).dot(from) + ")",
                "(" + Vec.of(matrix[1], dialect::real).dot(from) + ")",
                "(" + Vec.of(matrix[2], dialect::real).dot(from) + ")");
        double[] terms = target.eTerms();
        Vec to = terms == null ? turned : turned.plus(Vec.of(terms, dialect::real));
        return point(to.x(), to.y(), to.z(), dialect);
    }

    /** The direction of a vector of any length, longitude 0 to 360. */
    static String point(String x, String y, String z, Dialect dialect) {
        String lon = "degrees(atan2(" + y + ", " + x + "))";
        return dialect.list(List.of(
                "(" + lon + " + CASE WHEN " + y + " < 0 THEN 360 ELSE 0 END)",
                "degrees(atan2(" + z + ", sqrt(pow(" + x + ", 2) + pow(" + y + ", 2))))"));
    }

    private static SkyFrame frame(Value.Call call, int argument) {
        String name = ((Value.Text) call.arguments().get(argument)).text();
        return SkyFrame.named(name).orElseThrow(() -> new IllegalStateException("no frame: " + name));
    }
}
