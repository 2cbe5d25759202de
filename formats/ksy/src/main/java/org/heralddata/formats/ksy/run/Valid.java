package org.heralddata.formats.ksy.run;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import org.heralddata.formats.ksy.mistake.Failure;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.jspecify.annotations.Nullable;

/**
 * What a value must be.
 *
 * @param labels numbers of its enumeration; null if they do not matter
 */
record Valid(
        @Nullable Node eq,
        @Nullable Node min,
        @Nullable Node max,
        List<Node> anyOf,
        @Nullable Node expr,
        @Nullable Set<BigInteger> labels) {

    void check(@Nullable Object value, Struct self, long offset) {
        if (value == null) {
            return;
        }
        if (eq != null && !Values.equal(value, eq.value(self))) {
            throw failure(KsyCode.NOT_EQUAL, value, "must be " + Values.shown(eq.value(self)), offset);
        }
        if (min != null && Values.compare(value, min.value(self)) < 0) {
            throw failure(KsyCode.LESS_THAN, value, "must be at least " + Values.shown(min.value(self)), offset);
        }
        if (max != null && Values.compare(value, max.value(self)) > 0) {
            throw failure(KsyCode.GREATER_THAN, value, "must be at most " + Values.shown(max.value(self)), offset);
        }
        if (!anyOf.isEmpty() && anyOf.stream().noneMatch(each -> Values.equal(value, each.value(self)))) {
            throw failure(KsyCode.NOT_ANY_OF, value, "is none of the values that it may be", offset);
        }
        if (labels != null && !labels.contains(Values.big(value))) {
            throw failure(KsyCode.NOT_IN_ENUM, value, "has no label in its enumeration", offset);
        }
        if (expr != null && !satisfied(expr, value, self)) {
            throw failure(KsyCode.INVALID, value, "does not satisfy its condition", offset);
        }
    }

    private static boolean satisfied(Node expr, Object value, Struct self) {
        Object before = self.run.item;
        self.run.item = value;
        boolean truth = expr.truth(self);
        self.run.item = before;
        return truth;
    }

    private static Failure failure(KsyCode code, Object value, String what, long offset) {
        return new Failure(code, "the value %s %s".formatted(Values.shown(value), what)).at(offset);
    }
}
