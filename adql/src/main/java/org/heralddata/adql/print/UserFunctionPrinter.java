package org.heralddata.adql.print;

import java.util.List;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.typed.Value;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;

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
            default -> throw unsupported(call.function().written());
        };
    }

    static Refusal unsupported(String what) {
        return new Refusal(Diagnostic.error(AdqlCode.NOT_SUPPORTED, "`%s` is not supported".formatted(what)));
    }

    private String value(Value value) {
        return printing.values.print(value);
    }
}
