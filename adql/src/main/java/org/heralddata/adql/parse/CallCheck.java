package org.heralddata.adql.parse;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.function.AdqlFunction;
import org.heralddata.adql.function.AdqlFunction.Group;
import org.heralddata.adql.function.Signature;
import org.heralddata.adql.tree.Expression;
import org.heralddata.adql.tree.Frame;
import org.heralddata.adql.tree.Identifier;
import org.heralddata.adql.tree.Span;
import org.heralddata.model.diagnostic.Refusal;

/**
 * What ADQL's grammar says of calls and this one leaves to its reader: how many arguments a function takes, and that geometries
 * are neither added nor joined as strings (appendix A, {@code <math_function>} and after).
 */
final class CallCheck {
    private static final Set<AdqlFunction> SHAPES = Set.of(
            AdqlFunction.POINT,
            AdqlFunction.CIRCLE,
            AdqlFunction.BOX,
            AdqlFunction.POLYGON,
            AdqlFunction.REGION,
            AdqlFunction.CENTROID);

    private static final Set<AdqlFunction> FRAMED =
            Set.of(AdqlFunction.POINT, AdqlFunction.CIRCLE, AdqlFunction.BOX, AdqlFunction.POLYGON);

    private CallCheck() {}

    static void check(SourceText source, Identifier name, List<Expression> arguments, Span span) {
        Optional<AdqlFunction> known = AdqlFunction.named(name.text());
        if (known.isEmpty()) {
            return; // told with all other names that there are not
        }
        AdqlFunction function = known.get();
        if (function.group() == Group.USER) {
            return;
        }
        int count = arguments.size();
        boolean framed = FRAMED.contains(function) && Frame.isFrame(arguments);
        boolean fits = takes(function, framed ? arguments.subList(1, count) : arguments);
        if (!fits) {
            throw new Refusal(source.mistake(
                            span,
                            AdqlCode.WRONG_ARGUMENTS,
                            "`%s` does not take these %d arguments".formatted(function.written(), count))
                    .helped(function.signatures().stream().map(Signature::form).collect(Collectors.joining(" or "))));
        }
    }

    private static boolean takes(AdqlFunction function, List<Expression> arguments) {
        int count = arguments.size();
        boolean number = !arguments.isEmpty() && arguments.getFirst() instanceof Expression.NumberLiteral;
        return switch (function) {
            case POLYGON -> (count >= 6 && count % 2 == 0) || (count >= 3 && !number);
            case CIRCLE -> count == 3 || (count == 2 && !number);
            case BOX -> count == 4 || (count == 3 && !number);
            default -> function.signatures().stream().anyMatch(s -> s.takes(count));
        };
    }

    static boolean isShape(Expression expression) {
        return expression instanceof Expression.Call call
                && AdqlFunction.named(call.name().text())
                        .filter(SHAPES::contains)
                        .isPresent();
    }
}
