package org.heralddata.adql.print;

import java.util.List;

/** The nested HEALPix numbering as SQL, step by step as {@code model.sky.Healpix} does it. */
final class HealpixSql {
    private final Printing printing;
    private final Dialect dialect;

    HealpixSql(Printing printing) {
        this.printing = printing;
        dialect = printing.dialect;
    }

    /** @param order SQL of an integer from 0 to 29; whatever else gives NULL */
    String index(String order, String lon, String lat) {
        return let(
                List.of(
                        "CAST(CASE WHEN " + order + " BETWEEN 0 AND 29 THEN " + order + " END AS BIGINT)",
                        "CASE WHEN abs(" + lat + ") <= 90 THEN " + lon + " / 90 - 4 * floor(" + lon + " / 360) END",
                        lat,
                        "sin(radians(" + lat + "))"),
                v -> let(
                        List.of(v.get(0), v.get(1), "abs(" + v.get(3) + ")", v.get(3), power(v.get(0)), v.get(2)),
                        this::belowOrAbove));
    }

    private String belowOrAbove(List<String> v) {
        String k = v.get(0);
        String n = v.get(4);
        return "CASE WHEN " + v.get(2) + " <= 2.0 / 3 THEN " + belt(k, v.get(1), v.get(3), n) + " ELSE "
                + cap(k, v.get(1), v.get(2), v.get(3), n, v.get(5)) + " END";
    }

    private String belt(String k, String turn, String z, String n) {
        return let(
                List.of(
                        whole(n + " * (0.5 + " + turn + ") + " + n + " * " + z + " * 0.75"),
                        whole(n + " * (0.5 + " + turn + ") - " + n + " * " + z + " * 0.75")),
                r -> {
                    String rising = "(" + r.get(0) + " // " + n + ")";
                    String falling = "(" + r.get(1) + " // " + n + ")";
                    String base = "CASE WHEN " + falling + " = " + rising + " THEN " + falling + " % 4 + 4 WHEN "
                            + falling + " < " + rising + " THEN " + falling + " ELSE " + rising + " + 8 END";
                    return number(k, base, r.get(0) + " % " + n, n + " - " + r.get(1) + " % " + n + " - 1");
                });
    }

    private String cap(String k, String turn, String height, String z, String n, String lat) {
        return let(
                List.of(
                        "least(3, " + whole(turn) + ")",
                        "CASE WHEN " + height + " < 0.99 THEN " + n + " * sqrt(3 * (1 - " + height + ")) ELSE " + n
                                + " * sin(radians(90 - abs(" + lat + "))) / sqrt((1 + " + height + ") / 3) END"),
                q -> let(
                        List.of(
                                q.get(0),
                                "least(" + n + " - 1, " + whole("(" + turn + " - " + q.get(0) + ") * " + q.get(1))
                                        + ")",
                                "least(" + n + " - 1, " + whole("(1 - (" + turn + " - " + q.get(0) + ")) * " + q.get(1))
                                        + ")"),
                        e -> "CASE WHEN " + z + " >= 0 THEN "
                                + number(k, e.get(0), n + " - " + e.get(2) + " - 1", n + " - " + e.get(1) + " - 1")
                                + " ELSE " + number(k, e.get(0) + " + 8", e.get(1), e.get(2)) + " END"));
    }

    private String number(String k, String base, String x, String y) {
        return let(
                List.of("CAST(" + base + " AS BIGINT)", "CAST(" + x + " AS BIGINT)", "CAST(" + y + " AS BIGINT)"),
                v -> v.get(0) + " * (1::BIGINT << (2 * " + k + ")) + " + spread(v.get(1)) + " + 2 * "
                        + spread(v.get(2)));
    }

    /** Bit i at bit 2i. */
    private static String spread(String bits) {
        return "CAST(list_sum(list_transform(range(0, 29), lambda i_: ((" + bits
                + " >> i_) & 1) << (2 * i_))) AS BIGINT)";
    }

    /** The bits 0, 2, 4 … as one number. */
    private static String even(String bits) {
        return "CAST(list_sum(list_transform(range(0, 29), lambda i_: ((" + bits
                + " >> (2 * i_)) & 1) << i_)) AS BIGINT)";
    }

    private static String power(String k) {
        return "(1::BIGINT << " + k + ")";
    }

    private static String whole(String real) {
        return "CAST(trunc(" + real + ") AS BIGINT)";
    }

    /** A point; NULL if there is no such cell. */
    String centre(String order, String index) {
        return let(
                List.of(
                        "CAST(CASE WHEN " + order + " BETWEEN 0 AND 29 THEN " + order + " END AS BIGINT)",
                        "CAST(" + index + " AS BIGINT)"),
                v -> {
                    String k = v.get(0);
                    String cells = "(1::BIGINT << (2 * " + k + "))";
                    String within = "(" + v.get(1) + " % " + cells + ")";
                    return "CASE WHEN " + v.get(1) + " >= 0 AND " + v.get(1) + " // " + cells + " < 12 THEN "
                            + let(
                                    List.of(
                                            "(" + v.get(1) + " // " + cells + ")",
                                            even(within),
                                            even("(" + within + " >> 1)"),
                                            power(k)),
                                    this::ring)
                            + " END";
                });
    }

    private String ring(List<String> c) {
        String n = c.get(3);
        String row = "([2,2,2,2,3,3,3,3,4,4,4,4][" + c.get(0) + " + 1] * " + n + " - " + c.get(1) + " - " + c.get(2)
                + " - 1)";
        return let(
                List.of(
                        row,
                        "least(" + n + ", least(" + row + ", 4 * " + n + " - " + row + "))",
                        "([1,3,5,7,0,2,4,6,1,3,5,7][" + c.get(0) + " + 1])",
                        c.get(1) + " - " + c.get(2),
                        n),
                r -> let(
                        List.of(
                                "(" + r.get(2) + " * " + r.get(1) + " + " + r.get(3) + ")",
                                "CASE WHEN " + r.get(1) + " < " + r.get(4) + " THEN (1 - " + squared(r)
                                        + ") * CASE WHEN "
                                        + r.get(0) + " < " + r.get(4) + " THEN 1 ELSE -1 END ELSE (2 * " + r.get(4)
                                        + " - "
                                        + r.get(0) + ") * 2 / (3.0::DOUBLE * " + r.get(4) + ") END",
                                "CASE WHEN " + r.get(1) + " < " + r.get(4) + " THEN sqrt(" + squared(r) + " * (2 - "
                                        + squared(r) + ")) END",
                                r.get(1)),
                        f -> dialect.list(List.of(
                                "(45::DOUBLE * ((" + f.get(0) + " + 8 * " + f.get(3) + ") % (8 * " + f.get(3) + ")) / "
                                        + f.get(3) + ")",
                                "degrees(atan2(" + f.get(1) + ", coalesce(" + f.get(2) + ", sqrt((1 - " + f.get(1)
                                        + ") * (1 + " + f.get(1) + ")))))"))));
    }

    private static String squared(List<String> r) {
        return "(" + r.get(1) + "::DOUBLE * " + r.get(1) + " / (3::DOUBLE * " + r.get(4) + " * " + r.get(4) + "))";
    }

    private String let(List<String> values, java.util.function.Function<List<String>, String> body) {
        return dialect.let(printing.fresh("h", values.size()), values, body);
    }
}
