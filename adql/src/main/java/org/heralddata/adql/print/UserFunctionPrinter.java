package org.heralddata.adql.print;

import java.util.ArrayList;
import java.util.List;
import org.heralddata.adql.typed.Value;
import org.heralddata.model.sky.Healpix;

/** Prints the functions of catalogues. */
final class UserFunctionPrinter {
    private final Printing printing;
    private final Dialect dialect;

    UserFunctionPrinter(Printing printing) {
        this.printing = printing;
        dialect = printing.dialect;
    }

    String print(Value.Call call) {
        List<Value> a = call.arguments();
        return switch (call.function()) {
            case IVO_TO_MJD, GAVO_TO_MJD -> dialect.modifiedJulianDate(value(a.getFirst()));
            case IVO_TO_JD, GAVO_TO_JD -> "(" + dialect.modifiedJulianDate(value(a.getFirst())) + " + 2400000.5)";
            case IVO_NOCASEMATCH -> ValuePrinter.indicator(dialect.like(value(a.get(0)), value(a.get(1)), true));
            case IVO_STRING_AGG -> dialect.joined(value(a.get(0)), value(a.get(1)));
            case IVO_HASWORD -> ValuePrinter.indicator(dialect.hasWords(value(a.get(0)), value(a.get(1))));
            case IVO_HASHLIST_HAS ->
                ValuePrinter.indicator(dialect.holds(
                        dialect.split("lower(" + value(a.get(0)) + ")", "'#'"), "lower(" + value(a.get(1)) + ")"));
            case IVO_INTERVAL_OVERLAPS -> overlaps(a);
            case IVO_INTERVAL_HAS -> {
                String list = value(a.get(1));
                String number = number(a.get(0));
                yield ValuePrinter.indicator("(" + number + " >= " + dialect.element(list, 1) + " AND " + number
                        + " <= " + dialect.element(list, 2) + ")");
            }
            case IVO_NORMAL_RANDOM, GAVO_NORMAL_RANDOM ->
                "(" + number(a.get(0)) + " + " + number(a.get(1)) + " * sqrt(-2 * ln(1 - " + dialect.random()
                        + ")) * cos(2 * pi() * " + dialect.random() + "))";
            case IVO_HISTOGRAM, GAVO_HISTOGRAM -> histogram(a);
            case IVO_HEALPIX_INDEX -> healpix(a);
            case IVO_HEALPIX_CENTER -> new HealpixSql(printing).centre(value(a.get(0)), value(a.get(1)));
            case IVO_APPLY_PM, GAVO_APPLY_PM -> properMotion(a);
            case IVO_EPOCH_PROP_POS ->
                new Propagation(printing).print(a.size() == 8 ? numbers(a) : withoutDistance(a), true);
            case IVO_EPOCH_PROP -> new Propagation(printing).print(numbers(a), false);
            case GAVO_MATCH -> ValuePrinter.indicator(dialect.matches(value(a.get(1)), value(a.get(0))));
            case GAVO_URLESCAPE -> dialect.urlEscaped(value(a.getFirst()));
            case GAVO_GETAUTHORITY -> dialect.extracted(value(a.getFirst()), "'^ivo://([^/?#]*)'");
            default -> throw new IllegalStateException("resolved otherwise: " + call.function());
        };
    }

    private String value(Value value) {
        return printing.values.print(value);
    }

    private String number(Value value) {
        return printing.values.number(value);
    }

    private List<String> numbers(List<Value> values) {
        return values.stream().map(this::number).toList();
    }

    private String overlaps(List<Value> a) {
        String a1 = number(a.get(0));
        String b1 = number(a.get(1));
        String a2 = number(a.get(2));
        String b2 = number(a.get(3));
        return ValuePrinter.indicator("(" + a1 + " <= " + b1 + " AND " + a2 + " <= " + b2 + " AND " + a1 + " <= " + b2
                + " AND " + a2 + " <= " + b1 + ")");
    }

    /** Without distance and radial motion a star moves along a tangent, too. */
    private List<String> withoutDistance(List<Value> a) {
        List<String> given = numbers(a);
        var all = new ArrayList<>(given.subList(0, 2));
        all.add(dialect.real(0));
        all.addAll(given.subList(2, 4));
        all.add(dialect.real(0));
        all.addAll(given.subList(4, 6));
        return all;
    }

    /** Motions are degrees a year here, mas a year there. */
    private String properMotion(List<Value> a) {
        return new Propagation(printing)
                .print(
                        List.of(
                                number(a.get(0)),
                                number(a.get(1)),
                                dialect.real(0),
                                "(" + number(a.get(2)) + " * 3600000)",
                                "(" + number(a.get(3)) + " * 3600000)",
                                dialect.real(0),
                                dialect.real(0),
                                number(a.get(4))),
                        true);
    }

    private String healpix(List<Value> a) {
        Value point = a.size() == 2 ? a.get(1) : new Value.Point(a.get(1), a.get(2));
        Cells.Stored stored = Cells.stored(point, printing);
        if (stored != null
                && stored.positions().healpix() != null
                && a.getFirst() instanceof Value.Numeral(var order, var _)
                && order.intValue() >= 0
                && order.intValue() <= Healpix.MAX_ORDER) {
            return "("
                    + dialect.shiftedRight(
                            printing.column(
                                    stored.relation(), stored.positions().healpix()),
                            Integer.toString(2 * (Healpix.MAX_ORDER - order.intValue())))
                    + ")";
        }
        return new HealpixSql(printing).index(value(a.getFirst()), printing.sky.lon(point), printing.sky.lat(point));
    }

    private String histogram(List<Value> a) {
        int bins = ((Value.Numeral) a.get(3)).number().intValueExact();
        String x = number(a.get(0));
        String low = number(a.get(1));
        String high = number(a.get(2));
        String bin = "CASE WHEN " + x + " < " + low + " THEN 0 WHEN " + x + " >= " + high + " THEN " + (bins + 1)
                + " ELSE least(" + bins + ", 1 + CAST(floor((" + x + " - " + low + ") / (" + high + " - " + low + ") * "
                + bins
                + ") AS " + dialect.type(org.heralddata.adql.schema.ValueType.BIGINT) + ")) END";
        var counts = new ArrayList<String>();
        for (int i = 0; i <= bins + 1; i++) {
            counts.add("count(*) FILTER (WHERE " + bin + " = " + i + ")");
        }
        return dialect.counts(counts);
    }
}
