package org.heralddata.formats.ksy.run;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.formats.ksy.expr.Expr;
import org.heralddata.formats.ksy.expr.ExpressionException;
import org.heralddata.formats.ksy.expr.Parser;
import org.heralddata.formats.ksy.spec.AttributeSpec;
import org.heralddata.formats.ksy.spec.AttributeSpec.Repeat;
import org.heralddata.formats.ksy.spec.Text;
import org.heralddata.formats.ksy.spec.TypeSpec;
import org.jspecify.annotations.Nullable;

/** Sizes that do not depend on data. */
record Sizes(Names names) {
    private static final Pattern NUMBER = Pattern.compile("[usf]([1248])(?:le|be)?");
    private static final Pattern BITS = Pattern.compile("b(\\d{1,2})(?:le|be)?");
    private static final int MOST_DEPTH = 50;

    /** Bits of a type by its name; negative if they vary. */
    long ofName(List<String> path, TypeSpec from) {
        return ofName(path, from, 0);
    }

    /** Bits of all fields; negative if they vary. Whole bytes begin anew after bits. */
    long ofType(TypeSpec type) {
        return ofType(type, 0);
    }

    /** Bits of a field; negative if they vary. */
    long ofAttribute(AttributeSpec attribute, TypeSpec from) {
        return ofAttribute(attribute, from, 0);
    }

    private long ofType(TypeSpec type, int depth) {
        if (depth > MOST_DEPTH) {
            return -1;
        }
        long bits = 0;
        for (AttributeSpec field : type.sequence()) {
            long more = ofAttribute(field, type, depth);
            if (more < 0 || bits > Long.MAX_VALUE / 4 || more > Long.MAX_VALUE / 4) {
                return -1;
            }
            boolean isBits =
                    field.type() != null && BITS.matcher(field.type().value()).matches();
            bits = (isBits ? bits : (bits + 7) / 8 * 8) + more;
        }
        return bits;
    }

    private long ofAttribute(AttributeSpec field, TypeSpec from, int depth) {
        if (field.condition() != null || field.repeat() != Repeat.ONCE || field.switchType() != null) {
            return -1;
        }
        if (field.contents() != null) {
            return 8L * field.contents().length;
        }
        if (field.size() != null) {
            BigInteger size = constant(field.size());
            return size == null || size.signum() < 0 || size.bitLength() > 55 ? -1 : 8 * size.longValue();
        }
        if (field.sizeToEnd() || field.terminator() != null || field.type() == null) {
            return -1;
        }
        String plain = field.type().value().replaceFirst("\\(.*$", "");
        return ofName(List.of(plain.split("::")), from, depth);
    }

    private long ofName(List<String> path, TypeSpec from, int depth) {
        if (path.size() == 1) {
            Matcher number = NUMBER.matcher(path.getFirst());
            if (number.matches()) {
                return 8L * Integer.parseInt(number.group(1));
            }
            Matcher bits = BITS.matcher(path.getFirst());
            if (bits.matches()) {
                return Integer.parseInt(bits.group(1));
            }
        }
        TypeSpec type = names.type(path, from);
        return type == null ? -1 : ofType(type, depth + 1);
    }

    private static @Nullable BigInteger constant(Text text) {
        try {
            return Parser.expression(text.value()) instanceof Expr.Whole whole ? whole.value() : null;
        } catch (ExpressionException no) {
            return null;
        }
    }
}
