package org.heralddata.formats.ksy.spec;

import java.math.BigInteger;
import org.heralddata.formats.ksy.expr.Expr;
import org.heralddata.formats.ksy.expr.ExpressionException;
import org.heralddata.formats.ksy.expr.Parser;
import org.jspecify.annotations.Nullable;

/** Numbers as YAML and the expression language write them. */
final class Numbers {

    private Numbers() {}

    /** Null if the text is no whole number. */
    static @Nullable BigInteger whole(String text) {
        try {
            Expr parsed = Parser.expression(text);
            if (parsed instanceof Expr.Unary unary && unary.operator().equals("-")) {
                return unary.operand() instanceof Expr.Whole whole
                        ? whole.value().negate()
                        : null;
            }
            return parsed instanceof Expr.Whole whole ? whole.value() : null;
        } catch (ExpressionException no) {
            return null;
        }
    }

    /** A byte, from -128 to 255; null if the text is none. */
    static @Nullable Byte octet(String text) {
        BigInteger value = whole(text);
        return value == null || value.bitLength() > 8 || value.intValue() > 255 || value.intValue() < -128
                ? null
                : value.byteValue();
    }
}
