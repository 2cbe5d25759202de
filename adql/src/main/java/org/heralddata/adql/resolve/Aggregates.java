package org.heralddata.adql.resolve;

import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.resolve.Problems.Typed;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.adql.tree.Expression;
import org.heralddata.adql.tree.Expression.AggregateFunction;
import org.heralddata.adql.typed.Value;

/** What aggregate functions of SQL give. */
final class Aggregates {

    private Aggregates() {}

    static Typed of(Expression.Aggregate aggregate, Expression argument, Typed argumentOf, ValueResolver values) {
        Typed of = argumentOf;
        AggregateFunction function = aggregate.function();
        switch (function) {
            case COUNT -> {}
            case MIN, MAX -> {
                if (!of.value().type().isOrdered()) {
                    return values.problems.unknown(
                            argument.span(),
                            AdqlCode.WRONG_TYPE,
                            "%s needs values that have an order, this is %s"
                                    .formatted(function, of.value().type().words()),
                            null);
                }
            }
            case AVG, SUM -> of = values.number(of, argument.span());
        }
        ValueType type = of.value().type();
        ValueType result = switch (function) {
            case COUNT -> ValueType.BIGINT;
            case MIN, MAX -> type;
            case AVG -> ValueType.DOUBLE;
            case SUM -> Types.isWhole(type) ? ValueType.BIGINT : ValueType.DOUBLE;
        };
        return new Typed(
                new Value.Aggregate(function, aggregate.distinct(), of.value(), result),
                Metas.aggregate(function, of.meta()));
    }
}
