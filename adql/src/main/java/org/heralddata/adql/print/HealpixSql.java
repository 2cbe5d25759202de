package org.heralddata.adql.print;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
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

    /**
     * By what {@code turn} (longitude by 90 degrees, 0 to 4) and {@code z} (sine of latitude) are: between the caps by the two numbers
     * of lines along which cells lie, rising and falling; in a cap by those that meet at the pole.
     *
     * @param order SQL of an integer from 0 to 29; whatever else gives NULL
     */
    String index(String order, String lon, String lat) {
        return index(order, lon, lat, List.of(), v -> v.get(0) + " + " + v.get(1) + " + 2 * " + v.get(2));
    }

    /** An expression of the number, which it may name often. */
    String ofIndex(String order, String lon, String lat, UnaryOperator<String> body) {
        return index(
                order,
                lon,
                lat,
                List.of(v -> List.of(v.get(0) + " + " + v.get(1) + " + 2 * " + v.get(2))),
                v -> body.apply(v.getFirst()));
    }

    private String index(
            String order,
            String lon,
            String lat,
            List<UnaryOperator<List<String>>> more,
            Function<List<String>, String> body) {
        var steps = new ArrayList<UnaryOperator<List<String>>>();
        steps.add(v -> List.of(v.get(0), v.get(1), v.get(3), "abs(" + v.get(3) + ")", power(v.get(0)), v.get(2)));
        steps.add(this::lines);
        steps.add(this::corners);
        steps.add(this::face);
        for (int shift = 16; shift > 0; shift /= 2) {
            int by = shift;
            steps.add(v -> List.of(v.get(0), spread(v.get(1), by), spread(v.get(2), by)));
        }
        steps.addAll(more);
        return dialect.chain(
                printing.fresh("h", steps.size() + 1),
                List.of(
                        order(order),
                        "CASE WHEN abs(" + lat + ") <= 90 THEN " + lon + " / 90 - 4 * floor(" + lon + " / 360) END",
                        lat,
                        "sin(radians(" + lat + "))"),
                steps,
                body);
    }

    /** From k, turn, z, |z|, n, latitude to k, turn, z, |z|, n, rising, falling, quarter, distance from the pole in cells. */
    private List<String> lines(List<String> v) {
        String n = v.get(4);
        String along = n + " * (" + dialect.real(0.5) + " + " + v.get(1) + ")";
        String up = n + " * " + v.get(2) + " * " + dialect.real(0.75);
        String height = v.get(3);
        return List.of(
                v.get(0),
                v.get(1),
                v.get(2),
                height,
                n,
                whole(along + " + " + up),
                whole(along + " - " + up),
                "least(3, " + whole(v.get(1)) + ")",
                "CASE WHEN " + height + " < " + dialect.real(0.99) + " THEN " + n + " * sqrt(3 * (1 - " + height
                        + ")) ELSE " + n + " * sin(radians(90 - abs(" + v.get(5) + "))) / sqrt((1 + " + height
                        + ") / 3) END");
    }

    /** To k, n, in a cap?, z, quarter, rising, falling, and the two numbers of lines in a cap. */
    private List<String> corners(List<String> v) {
        String n = v.get(4);
        String within = "(" + v.get(1) + " - " + v.get(7) + ")";
        return List.of(
                v.get(0),
                n,
                "(" + v.get(3) + " > " + dialect.real(2.0 / 3) + ")",
                v.get(2),
                v.get(7),
                v.get(5),
                v.get(6),
                "least(" + n + " - 1, " + whole(within + " * " + v.get(8)) + ")",
                "least(" + n + " - 1, " + whole("(1 - " + within + ") * " + v.get(8)) + ")");
    }

    /** To the number of the face's first cell, and x and y within the face. */
    private List<String> face(List<String> v) {
        String n = v.get(1);
        String cap = v.get(2);
        String north = v.get(3) + " >= 0";
        String rising = quotient(v.get(5), n);
        String falling = quotient(v.get(6), n);
        String base = "CASE WHEN " + cap + " AND " + north + " THEN " + v.get(4) + " WHEN " + cap + " THEN " + v.get(4)
                + " + 8 WHEN " + falling + " = " + rising + " THEN " + remainder(falling, "4") + " + 4 WHEN " + falling
                + " < " + rising + " THEN " + falling + " ELSE " + rising + " + 8 END";
        String x = "CASE WHEN " + cap + " AND " + north + " THEN " + n + " - " + v.get(8) + " - 1 WHEN " + cap
                + " THEN " + v.get(7) + " ELSE " + remainder(v.get(5), n) + " END";
        String y = "CASE WHEN " + cap + " AND " + north + " THEN " + n + " - " + v.get(7) + " - 1 WHEN " + cap
                + " THEN " + v.get(8) + " ELSE " + n + " - " + remainder(v.get(6), n) + " - 1 END";
        return List.of(big(base) + " * " + cells(v.get(0)), big(x), big(y));
    }

    private String order(String order) {
        return big("CASE WHEN " + order + " BETWEEN 0 AND " + Healpix.MAX_ORDER + " THEN " + order + " END");
    }

    /** One of five steps that bring bit i to bit 2i: each halves the length of the runs. */
    private String spread(String bits, int shift) {
        return mask(
                dialect.bitwise(
                        BinaryOperator.BITWISE_OR,
                        bits,
                        "(" + dialect.shiftedLeft(bits, Integer.toString(shift)) + ")"),
                shift);
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
