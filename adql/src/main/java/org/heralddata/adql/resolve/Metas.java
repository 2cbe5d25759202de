package org.heralddata.adql.resolve;

import org.heralddata.adql.resolve.Problems.Typed;
import org.heralddata.adql.schema.Meta;
import org.heralddata.adql.tree.Expression.AggregateFunction;
import org.heralddata.adql.tree.Expression.BinaryOperator;
import org.heralddata.adql.typed.Value;
import org.jspecify.annotations.Nullable;

/** What is known of computed values. */
final class Metas {

    private Metas() {}

    /** A number alone changes the scale and keeps the unit; two units are left to the reader. */
    static Meta product(Typed left, BinaryOperator operator, Typed right) {
        if (right.value() instanceof Value.Numeral) {
            return left.meta().unitOnly();
        }
        return left.value() instanceof Value.Numeral && operator == BinaryOperator.MULTIPLY
                ? right.meta().unitOnly()
                : Meta.NONE;
    }

    static Meta aggregate(AggregateFunction function, Meta of) {
        return switch (function) {
            case COUNT -> new Meta(null, "meta.number", null, null, null);
            case MIN -> new Meta(of.unit(), ucd("stat.min", of.ucd()), null, of.xtype(), null);
            case MAX -> new Meta(of.unit(), ucd("stat.max", of.ucd()), null, of.xtype(), null);
            case AVG -> new Meta(of.unit(), ucd("stat.mean", of.ucd()), null, null, null);
            case SUM -> of.unitOnly();
        };
    }

    private static @Nullable String ucd(String statistic, @Nullable String of) {
        return of == null || of.isEmpty() ? null : statistic + ";" + of;
    }
}
