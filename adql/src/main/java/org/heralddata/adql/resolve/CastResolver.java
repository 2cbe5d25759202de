package org.heralddata.adql.resolve;

import java.util.List;
import java.util.Map;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.resolve.Problems.Typed;
import org.heralddata.adql.schema.Meta;
import org.heralddata.adql.schema.ValueType;
import org.heralddata.adql.schema.ValueType.Kind;
import org.heralddata.adql.tree.Expression;
import org.heralddata.adql.typed.Value;
import org.heralddata.model.diagnostic.Nearest;

/** CAST: ADQL 2.1, section 4.6. */
final class CastResolver {
    private static final Map<String, ValueType> TARGETS = Map.ofEntries(
            Map.entry("SMALLINT", ValueType.SMALLINT),
            Map.entry("INTEGER", ValueType.INTEGER),
            Map.entry("INT", ValueType.INTEGER),
            Map.entry("BIGINT", ValueType.BIGINT),
            Map.entry("REAL", ValueType.REAL),
            Map.entry("FLOAT", ValueType.DOUBLE),
            Map.entry("DOUBLE", ValueType.DOUBLE),
            Map.entry("DOUBLE PRECISION", ValueType.DOUBLE),
            Map.entry("CHAR", ValueType.TEXT),
            Map.entry("CHARACTER", ValueType.TEXT),
            Map.entry("VARCHAR", ValueType.TEXT),
            Map.entry("TIMESTAMP", ValueType.TIME),
            Map.entry("POINT", ValueType.POINT),
            Map.entry("CIRCLE", ValueType.CIRCLE),
            Map.entry("POLYGON", ValueType.POLYGON));

    private CastResolver() {}

    static Typed cast(Expression.Cast cast, ValueResolver values) {
        Typed from = values.typed(cast.value());
        ValueType target = TARGETS.get(cast.type().name());
        if (target == null) {
            return values.problems.unknown(
                    cast.type().span(),
                    AdqlCode.WRONG_TYPE,
                    "there is no type `%s`".formatted(cast.type().name()),
                    help(cast.type().name()));
        }
        boolean text = target.kind() == Kind.TEXT;
        if (cast.type().length() != null && !text) {
            return values.problems.unknown(cast.type().span(), AdqlCode.WRONG_TYPE, "only strings have a length", null);
        }
        ValueType source = from.value().type();
        if (!fits(source.kind(), target.kind())) {
            return values.problems.unknown(
                    cast.span(),
                    AdqlCode.WRONG_TYPE,
                    "%s cannot be made %s".formatted(source.words(), target.words()),
                    target.isGeometry() ? "geometries are made by POINT, CIRCLE and POLYGON" : null);
        }
        if (target.kind() == Kind.TIME && from.value() instanceof Value.Text(var literal)) {
            return ValueResolver.plain(values.time(literal, cast.value().span()));
        }
        boolean padded =
                text && cast.type().name().startsWith("CHAR") && cast.type().length() != null;
        Meta meta = source.isNumber() && target.isNumber() ? from.meta() : Meta.NONE;
        return new Typed(new Value.Cast(from.value(), target, cast.type().length(), padded), meta);
    }

    private static String help(String name) {
        List<String> known = TARGETS.keySet().stream().sorted().toList();
        String near = Nearest.help(name, known);
        return near != null
                ? near
                : "types: SMALLINT, INTEGER, BIGINT, REAL, DOUBLE PRECISION, CHAR(n), VARCHAR(n), TIMESTAMP";
    }

    private static boolean fits(Kind from, Kind to) {
        return from == Kind.NULL
                || from == to
                || switch (to) {
                    case NUMBER -> from == Kind.TEXT || from == Kind.TRUTH;
                    case TEXT -> from == Kind.NUMBER || from == Kind.TIME || from == Kind.TRUTH;
                    case TIME -> from == Kind.TEXT;
                    default -> false;
                };
    }
}
