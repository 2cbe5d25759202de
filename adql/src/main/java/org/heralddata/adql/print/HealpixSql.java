package org.heralddata.adql.print;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.adql.tree.Expression.BinaryOperator;
import org.heralddata.model.sky.Healpix;

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
                        order(order),
                        "CASE WHEN abs(" + lat + ") <= 90 THEN " + lon + " / 90 - 4 * floor(" + lon + " / 360) END",
                        lat,
                        "sin(radians(" + lat + "))"),
                v -> let(
                        List.of(v.get(0), v.get(1), "abs(" + v.get(3) + ")", v.get(3), power(v.get(0)), v.get(2)),
                        this::belowOrAbove));
    }

    private String order(String order) {
        return big("CASE WHEN " + order + " BETWEEN 0 AND " + Healpix.MAX_ORDER + " THEN " + order + " END");
    }

    private String belowOrAbove(List<String> v) {
        String k = v.get(0);
        String n = v.get(4);
        return "CASE WHEN " + v.get(2) + " <= " + dialect.real(2.0 / 3) + " THEN " + belt(k, v.get(1), v.get(3), n)
                + " ELSE " + cap(k, v.get(1), v.get(2), v.get(3), n, v.get(5)) + " END";
    }

    private String belt(String k, String turn, String z, String n) {
        String along = n + " * (" + dialect.real(0.5) + " + " + turn + ")";
        String up = n + " * " + z + " * " + dialect.real(0.75);
        return let(List.of(whole(along + " + " + up), whole(along + " - " + up)), r -> {
            String rising = quotient(r.get(0), n);
            String falling = quotient(r.get(1), n);
            String base = "CASE WHEN " + falling + " = " + rising + " THEN " + remainder(falling, "4")
                    + " + 4 WHEN " + falling + " < " + rising + " THEN " + falling + " ELSE " + rising
                    + " + 8 END";
            return number(k, base, remainder(r.get(0), n), n + " - " + remainder(r.get(1), n) + " - 1");
        });
    }

    private String cap(String k, String turn, String height, String z, String n, String lat) {
        return let(
                List.of(
                        "least(3, " + whole(turn) + ")",
                        "CASE WHEN " + height + " < " + dialect.real(0.99) + " THEN " + n + " * sqrt(3 * (1 - " + height
                                + ")) ELSE " + n + " * sin(radians(90 - abs(" + lat + "))) / sqrt((1 + " + height
                                + ") / 3) END"),
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
                List.of(big(base) + " * " + cells(k), spread(big(x)), spread(big(y))),
                v -> v.get(0) + " + " + v.get(1) + " + 2 * " + v.get(2));
    }

    /** Bit i at bit 2i, for 29 bits: each step halves the length of the runs. */
    private String spread(String bits) {
        return step(bits, 16);
    }

    private String step(String bits, int shift) {
        return shift == 0
                ? bits
                : let(
                        List.of(bits),
                        v -> step(
                                mask(
                                        dialect.bitwise(
                                                BinaryOperator.BITWISE_OR,
                                                v.getFirst(),
                                                "(" + dialect.shiftedLeft(v.getFirst(), Integer.toString(shift)) + ")"),
                                        shift),
                                shift / 2));
    }

    /** The bits 0, 2, 4 … as one number: the steps of {@link #spread} backwards. */
    private String even(String bits) {
        return gather(mask(bits, 1), 1);
    }

    private String gather(String bits, int shift) {
        return shift == 32
                ? bits
                : let(
                        List.of(bits),
                        v -> gather(
                                mask(
                                        dialect.bitwise(
                                                BinaryOperator.BITWISE_OR,
                                                v.getFirst(),
                                                "(" + dialect.shiftedRight(v.getFirst(), Integer.toString(shift))
                                                        + ")"),
                                        2 * shift),
                                2 * shift));
    }

    /** Runs of so many bits, every other one: for 1 the bits 0, 2, 4 …, for 16 the bits 0 to 15 and 32 to 47. */
    private String mask(String bits, int run) {
        var mask = BigInteger.ZERO;
        for (int bit = 0; bit < 63; bit++) {
            if (bit / run % 2 == 0) {
                mask = mask.setBit(bit);
            }
        }
        return "(" + dialect.bitwise(BinaryOperator.BITWISE_AND, "(" + bits + ")", big(mask.toString())) + ")";
    }

    private String one() {
        return dialect.integer("1", ValueType.BIGINT);
    }

    private String power(String k) {
        return "(" + dialect.shiftedLeft(big(one()), k) + ")";
    }

    /** How many of an order one of order 0 has. */
    private String cells(String k) {
        return "(" + dialect.shiftedLeft(big(one()), "(2 * " + k + ")") + ")";
    }

    private String whole(String real) {
        return big(dialect.function("trunc", List.of(real)));
    }

    private String big(String number) {
        return "CAST(" + number + " AS " + dialect.type(ValueType.BIGINT) + ")";
    }

    private String quotient(String a, String b) {
        return "(" + dialect.quotient(a, b) + ")";
    }

    private String remainder(String a, String b) {
        return dialect.remainder(a, b);
    }

    /** A point; NULL if there is no such cell. */
    String centre(String order, String index) {
        return let(
                List.of(order(order), big(index)),
                v -> let(
                        List.of(v.get(0), v.get(1), cells(v.get(0))),
                        c -> "CASE WHEN " + c.get(1) + " >= 0 AND " + quotient(c.get(1), c.get(2)) + " < 12 THEN "
                                + let(
                                        List.of(
                                                quotient(c.get(1), c.get(2)),
                                                even(remainder(c.get(1), c.get(2))),
                                                even("(" + dialect.shiftedRight(remainder(c.get(1), c.get(2)), "1")
                                                        + ")"),
                                                power(c.get(0))),
                                        this::ring)
                                + " END"));
    }

    private String ring(List<String> c) {
        String n = c.get(3);
        String row = "((2 + " + quotient(c.get(0), "4") + ") * " + n + " - " + c.get(1) + " - " + c.get(2) + " - 1)";
        String first = "(2 * " + remainder(c.get(0), "4") + " + CASE WHEN " + quotient(c.get(0), "4")
                + " = 1 THEN 0 ELSE 1 END)";
        return let(
                List.of(
                        row,
                        "least(" + n + ", least(" + row + ", 4 * " + n + " - " + row + "))",
                        first,
                        c.get(1) + " - " + c.get(2),
                        n),
                r -> let(
                        List.of(
                                "(" + r.get(2) + " * " + r.get(1) + " + " + r.get(3) + ")",
                                "CASE WHEN " + r.get(1) + " < " + r.get(4) + " THEN (1 - " + squared(r)
                                        + ") * CASE WHEN "
                                        + r.get(0) + " < " + r.get(4) + " THEN 1 ELSE -1 END ELSE (2 * " + r.get(4)
                                        + " - "
                                        + r.get(0) + ") * 2 / (" + dialect.real(3) + " * " + r.get(4) + ") END",
                                "CASE WHEN " + r.get(1) + " < " + r.get(4) + " THEN sqrt(" + squared(r) + " * (2 - "
                                        + squared(r) + ")) END",
                                r.get(1)),
                        f -> dialect.list(List.of(
                                "(" + dialect.real(45) + " * "
                                        + remainder(
                                                "(" + f.get(0) + " + 8 * " + f.get(3) + ")", "(8 * " + f.get(3) + ")")
                                        + " / " + f.get(3) + ")",
                                "degrees(atan2(" + f.get(1) + ", coalesce(" + f.get(2) + ", sqrt((1 - " + f.get(1)
                                        + ") * (1 + " + f.get(1) + ")))))"))));
    }

    private String squared(List<String> r) {
        return "(" + dialect.real(1) + " * " + r.get(1) + " * " + r.get(1) + " / (" + dialect.real(3) + " * " + r.get(4)
                + " * " + r.get(4) + "))";
    }

    private String let(List<String> values, Function<List<String>, String> body) {
        return dialect.let(printing.fresh("h", values.size()), values, body);
    }
}
