package org.heralddata.adql.print;

import java.util.ArrayList;
import java.util.List;

/** Motion of stars: uniform in space (ESA SP-1200, volume 1, section 1.5.5). */
final class Propagation {
    /** The astronomical unit in km yr/s (IAU 2012 unit, Julian year). */
    private static final double AU = 149_597_870.7 / (365.25 * 86_400);

    private static final double MAS = Math.toRadians(1.0 / 3_600_000);

    private final Printing printing;
    private final Dialect dialect;

    Propagation(Printing printing) {
        this.printing = printing;
        dialect = printing.dialect;
    }

    /**
     * @param a        SQL of ra, dec, parallax, pmra, pmdec, radial velocity, epoch, wanted epoch
     * @param position true for a point, false for all six parameters
     */
    String print(List<String> a, boolean position) {
        String mas = dialect.real(MAS);
        List<String> start = List.of(
                a.get(0),
                a.get(1),
                "coalesce(" + a.get(2) + ", 0)",
                "(" + a.get(3) + " * " + mas + ")",
                "(" + a.get(4) + " * " + mas + ")",
                "(coalesce(" + a.get(5) + ", 0) * coalesce(" + a.get(2) + ", 0) / " + dialect.real(AU) + " * " + mas
                        + ")",
                "(" + a.get(7) + " - " + a.get(6) + ")");
        return let(start, s -> {
            Vec u = Vec.of(s.get(0), s.get(1));
            String sinRa = "sin(radians(" + s.get(0) + "))";
            String cosRa = "cos(radians(" + s.get(0) + "))";
            Vec p = new Vec("(- " + sinRa + ")", cosRa, dialect.real(0));
            String sinDec = "sin(radians(" + s.get(1) + "))";
            Vec q = new Vec(
                    "(- " + sinDec + " * " + cosRa + ")",
                    "(- " + sinDec + " * " + sinRa + ")",
                    "cos(radians(" + s.get(1) + "))");
            var values = new ArrayList<String>();
            values.addAll(List.of(u.x(), u.y(), u.z()));
            values.add("(" + p.x() + " * " + s.get(3) + " + " + q.x() + " * " + s.get(4) + ")");
            values.add("(" + p.y() + " * " + s.get(3) + " + " + q.y() + " * " + s.get(4) + ")");
            values.add("(" + q.z() + " * " + s.get(4) + ")");
            values.addAll(List.of(
                    s.get(5),
                    s.get(6),
                    s.get(2),
                    "(" + s.get(3) + " * " + s.get(3) + " + " + s.get(4) + " * " + s.get(4) + ")"));
            return let(values, v -> moved(v, position));
        });
    }

    /** {@code v}: u (3), mu (3), zeta, t, parallax, mu². */
    private String moved(List<String> v, boolean position) {
        String grown = "(1 + " + v.get(6) + " * " + v.get(7) + ")";
        String x = "(" + v.get(0) + " * " + grown + " + " + v.get(3) + " * " + v.get(7) + ")";
        String y = "(" + v.get(1) + " * " + grown + " + " + v.get(4) + " * " + v.get(7) + ")";
        String z = "(" + v.get(2) + " * " + grown + " + " + v.get(5) + " * " + v.get(7) + ")";
        if (position) {
            return let(List.of(x, y, z), w -> Turning.point(w.get(0), w.get(1), w.get(2), dialect));
        }
        String t = v.get(7);
        String f = "pow(1 + 2 * " + v.get(6) + " * " + t + " + (" + v.get(9) + " + " + v.get(6) + " * " + v.get(6)
                + ") * " + t + " * " + t + ", -0.5)";
        var values = new ArrayList<>(List.of(x, y, z, f));
        for (int i = 0; i < 3; i++) {
            values.add("(" + v.get(3 + i) + " * " + grown + " - " + v.get(i) + " * " + v.get(9) + " * " + t + ")");
        }
        values.add("((" + v.get(6) + " + (" + v.get(9) + " + " + v.get(6) + " * " + v.get(6) + ") * " + t + "))");
        values.add(v.get(8));
        return let(values, this::six);
    }

    /** {@code w}: direction (3), f, motion before f³ (3), zeta before f², parallax. */
    private String six(List<String> w) {
        String f = w.get(3);
        String mas = dialect.real(MAS);
        String point = Turning.point(w.get(0), w.get(1), w.get(2), dialect);
        String rho = "sqrt(" + w.get(0) + " * " + w.get(0) + " + " + w.get(1) + " * " + w.get(1) + ")";
        String whole = "sqrt(" + w.get(0) + " * " + w.get(0) + " + " + w.get(1) + " * " + w.get(1) + " + " + w.get(2)
                + " * " + w.get(2) + ")";
        String cube = "pow(" + f + ", 3)";
        String pmra = "((" + w.get(5) + " * " + w.get(0) + " - " + w.get(4) + " * " + w.get(1) + ") / " + rho + " * "
                + cube + " / " + mas + ")";
        String pmdec = "((" + w.get(6) + " * " + rho + " - " + w.get(2) + " * (" + w.get(4) + " * " + w.get(0) + " + "
                + w.get(5) + " * " + w.get(1) + ") / " + rho + ") / " + whole + " * " + cube + " / " + mas + ")";
        String parallax = "(" + w.get(8) + " * " + f + ")";
        String velocity = "(" + w.get(7) + " * " + f + " * " + f + " / " + mas + " * " + dialect.real(AU) + " / nullif("
                + parallax + ", 0))";
        return dialect.list(
                List.of(dialect.element(point, 1), dialect.element(point, 2), parallax, pmra, pmdec, velocity));
    }

    private String let(List<String> values, java.util.function.Function<List<String>, String> body) {
        return dialect.let(printing.fresh("e", values.size()), values, body);
    }
}
