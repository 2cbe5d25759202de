package org.heralddata.adql.resolve;

import java.util.List;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.function.AdqlFunction;
import org.heralddata.adql.resolve.Problems.Typed;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.adql.schema.ValueType.Kind;
import org.heralddata.adql.tree.Span;
import org.heralddata.adql.typed.SkyFrame;
import org.heralddata.adql.typed.Value;

/** Arguments of one call of a geometry function, the name of a frame apart. */
record ShapeArguments(AdqlFunction function, SkyFrame frame, List<Value> values, List<Span> spans, Span span) {
    Value value(int i) {
        return values.get(i);
    }

    int size() {
        return values.size();
    }

    boolean isNumber(int i) {
        Kind kind = values.get(i).type().kind();
        return kind == Kind.NUMBER || kind == Kind.NULL;
    }

    boolean isPoint(int i) {
        Kind kind = values.get(i).type().kind();
        return kind == Kind.POINT || kind == Kind.NULL;
    }

    boolean isGeometry(int i) {
        ValueType type = values.get(i).type();
        return type.isGeometry() || type.kind() == Kind.NULL;
    }

    boolean areNumbers(int from) {
        for (int i = from; i < size(); i++) {
            if (!isNumber(i)) {
                return false;
            }
        }
        return true;
    }

    boolean arePoints() {
        for (int i = 0; i < size(); i++) {
            if (!isPoint(i)) {
                return false;
            }
        }
        return true;
    }

    /** True if it is a geometry, a region or a MOC. */
    boolean isShape(int i) {
        Kind kind = values.get(i).type().kind();
        return isGeometry(i) || kind == Kind.REGION || kind == Kind.MOC;
    }

    Typed wrong(Problems problems) {
        return problems.unknown(
                span,
                AdqlCode.WRONG_ARGUMENTS,
                "`%s` does not take these arguments".formatted(function.written()),
                FunctionResolver.forms(function));
    }
}
