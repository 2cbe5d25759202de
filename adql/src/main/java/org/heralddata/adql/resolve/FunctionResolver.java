package org.heralddata.adql.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.function.AdqlFunction;
import org.heralddata.adql.function.ParameterType;
import org.heralddata.adql.function.Signature;
import org.heralddata.adql.resolve.Problems.Typed;
import org.heralddata.adql.schema.Meta;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.adql.tree.Expression;
import org.heralddata.adql.typed.Value;

/** Resolves calls of functions: which signature fits, and what type comes of it. */
final class FunctionResolver {
    private final ValueResolver values;
    private final Problems problems;
    private final GeometryResolver geometry;
    private final UnitFunctions units;

    FunctionResolver(ValueResolver values) {
        this.values = values;
        problems = values.problems;
        geometry = new GeometryResolver(values);
        units = new UnitFunctions(problems);
    }

    Typed call(Expression.Call call) {
        String name = call.name().text();
        Optional<AdqlFunction> known = AdqlFunction.named(name);
        if (known.isEmpty()) {
            call.arguments().forEach(values::typed);
            return Unknown.function(name, call.name().span(), problems);
        }
        AdqlFunction function = known.get();
        if (function.group() == AdqlFunction.Group.GEOMETRY) {
            return geometry.call(function, call);
        }
        if (function.isAggregate()) {
            values.startAggregate(function.written(), call.name().span());
        }
        List<Typed> arguments = new ArrayList<>();
        for (Expression argument : call.arguments()) {
            arguments.add(values.typed(argument));
        }
        Signature signature = signature(function, call, arguments);
        if (signature == null) {
            return Typed.UNKNOWN;
        }
        return switch (function) {
            case IN_UNIT -> units.inUnit(call, arguments);
            case GAVO_SPECCONV -> units.spectral(call, arguments);
            case IVO_TRANSFORM, GAVO_TRANSFORM -> geometry.transform(call, arguments);
            case MOC, GAVO_MOCUNION, GAVO_MOCINTERSECT -> new Mocs(problems).call(function, call, arguments);
            default ->
                LiteralArguments.fit(function, call, arguments, problems)
                        ? plain(function, call, signature, arguments)
                        : Typed.UNKNOWN;
        };
    }

    /** The signature that the arguments fit; null, with the reason told, if there is none. */
    private @org.jspecify.annotations.Nullable Signature signature(
            AdqlFunction function, Expression.Call call, List<Typed> arguments) {
        List<Signature> counted = function.signatures().stream()
                .filter(s -> s.takes(arguments.size()))
                .toList();
        if (counted.isEmpty()) {
            problems.add(
                    call.span(),
                    AdqlCode.WRONG_ARGUMENTS,
                    "`%s` does not take %d arguments".formatted(function.written(), arguments.size()),
                    forms(function));
            return null;
        }
        for (Signature signature : counted) {
            if (misfit(signature, call, arguments) < 0) {
                return signature;
            }
        }
        int wrong = misfit(counted.getFirst(), call, arguments);
        ParameterType wanted = counted.getFirst().parameter(wrong).type();
        problems.add(
                call.arguments().get(wrong).span(),
                AdqlCode.WRONG_TYPE,
                "`%s` needs %s here, this is %s"
                        .formatted(
                                function.written(),
                                wanted.words(),
                                arguments.get(wrong).value().type().words()),
                forms(function));
        return null;
    }

    /** The first argument that does not fit; -1 if all do. Literals are brought into the form that is needed. */
    private int misfit(Signature signature, Expression.Call call, List<Typed> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            ParameterType wanted = signature.parameter(i).type();
            Typed given = arguments.get(i);
            if (wanted.takes(given.value().type())) {
                continue;
            }
            if (given.value() instanceof Value.Text(var text)) {
                if (wanted == ParameterType.DOUBLE || wanted == ParameterType.NUMERIC) {
                    Optional<Value.Numeral> number = Literals.number(text);
                    if (number.isPresent()) {
                        arguments.set(i, ValueResolver.plain(number.get()));
                        continue;
                    }
                } else if (wanted == ParameterType.TIMESTAMP) {
                    arguments.set(
                            i,
                            ValueResolver.plain(
                                    values.time(text, call.arguments().get(i).span())));
                    continue;
                }
            }
            return i;
        }
        return -1;
    }

    static String forms(AdqlFunction function) {
        return function.signatures().stream().map(Signature::form).collect(Collectors.joining(" or "));
    }

    private Typed plain(AdqlFunction function, Expression.Call call, Signature signature, List<Typed> arguments) {
        List<Value> given = arguments.stream().map(Typed::value).toList();
        Optional<ValueType> type = returns(function, signature, given);
        if (type.isEmpty()) {
            return problems.unknown(
                    call.span(),
                    AdqlCode.WRONG_TYPE,
                    "the arguments of `%s` are of different types".formatted(function.written()),
                    "CAST makes them alike");
        }
        return new Typed(new Value.Call(function, given, type.get()), meta(function, arguments));
    }

    private static Optional<ValueType> returns(AdqlFunction function, Signature signature, List<Value> arguments) {
        List<ValueType> types = arguments.stream().map(Value::type).toList();
        return switch (signature.returns()) {
            case DOUBLE -> Optional.of(ValueType.DOUBLE);
            case INTEGER -> Optional.of(ValueType.INTEGER);
            case BIGINT -> Optional.of(ValueType.BIGINT);
            case VARCHAR -> Optional.of(ValueType.TEXT);
            case MOC -> Optional.of(ValueType.MOC);
            case TIMESTAMP -> Optional.of(ValueType.TIME);
            case POINT -> Optional.of(ValueType.POINT);
            case CIRCLE -> Optional.of(ValueType.CIRCLE);
            case POLYGON -> Optional.of(ValueType.POLYGON);
            case INTERVAL -> Optional.of(ValueType.INTERVAL);
            case DOUBLES -> Optional.of(ValueType.DOUBLES);
            case BIGINTS -> Optional.of(ValueType.BIGINTS);
            case NUMERIC ->
                Optional.of(types.stream()
                        .map(Types::wide)
                        .reduce(Types::arithmetic)
                        .orElse(ValueType.DOUBLE));
            case ANY, GEOMETRY ->
                function == AdqlFunction.NULLIF ? Types.common(types).map(_ -> types.getFirst()) : Types.common(types);
        };
    }

    private static Meta meta(AdqlFunction function, List<Typed> arguments) {
        return switch (function) {
            case ABS, ROUND, TRUNCATE, FLOOR, CEILING, MOD, COALESCE, NULLIF ->
                arguments.getFirst().meta().unitOnly();
            case ACOS, ASIN, ATAN, ATAN2, RADIANS -> Meta.unit("rad");
            case DEGREES -> Meta.unit("deg");
            case IVO_HEALPIX_INDEX -> new Meta(null, "pos.healpix", null, null, null);
            case IVO_HEALPIX_CENTER, IVO_EPOCH_PROP_POS, IVO_APPLY_PM, GAVO_APPLY_PM -> GeometryResolver.POINT_META;
            case IVO_TO_MJD, IVO_TO_JD, GAVO_TO_MJD, GAVO_TO_JD -> Meta.unit("d");
            default -> Meta.NONE;
        };
    }
}
