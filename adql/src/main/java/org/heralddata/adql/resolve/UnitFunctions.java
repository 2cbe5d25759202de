package org.heralddata.adql.resolve;

import java.util.List;
import java.util.Optional;
import org.heralddata.adql.AdqlCode;
import org.heralddata.adql.resolve.Problems.Typed;
import org.heralddata.adql.schema.Meta;
import org.heralddata.adql.tree.Expression;
import org.heralddata.adql.tree.Span;
import org.heralddata.adql.typed.Value;
import org.heralddata.model.unit.Unit;
import org.heralddata.model.unit.UnitConversion;
import org.heralddata.model.unit.UnitReading;

/** IN_UNIT (ADQL 2.1, section 4.8) and gavo_specconv. */
final class UnitFunctions {
    private final Problems problems;

    UnitFunctions(Problems problems) {
        this.problems = problems;
    }

    Typed inUnit(Expression.Call call, List<Typed> arguments) {
        Expression target = call.arguments().get(1);
        Optional<Unit> unit = literal(target, arguments.get(1).value());
        String from = arguments.getFirst().meta().unit();
        if (unit.isEmpty()) {
            return Typed.UNKNOWN;
        }
        if (from == null || from.isEmpty()) {
            return problems.unknown(
                    call.arguments().getFirst().span(),
                    AdqlCode.BAD_UNIT,
                    "the unit of this value is not known",
                    "IN_UNIT takes a column that has a unit, or a multiple of one");
        }
        return converted(call, arguments.getFirst(), from, unit.get());
    }

    private Typed converted(Expression.Call call, Typed value, String from, Unit to) {
        Optional<UnitConversion> conversion =
                Unit.parse(from) instanceof UnitReading.Valid(var unit, var _) ? unit.to(to) : Optional.empty();
        if (conversion.isEmpty()) {
            return problems.unknown(
                    call.span(),
                    AdqlCode.BAD_UNIT,
                    "`%s` does not convert into `%s`".formatted(from, to.symbol()),
                    null);
        }
        UnitConversion by = conversion.get();
        return new Typed(
                new Value.Converted(value.value(), by.numerator(), by.denominator(), by.offset()),
                new Meta(to.symbol(), value.meta().ucd(), value.meta().description(), null, null));
    }

    private Optional<Unit> literal(Expression place, Value value) {
        if (!(value instanceof Value.Text(var text))) {
            problems.add(place.span(), AdqlCode.WRONG_TYPE, "a unit is a literal, such as 'arcsec'", null);
            return Optional.empty();
        }
        return switch (Unit.parse(text)) {
            case UnitReading.Valid(var unit, var _) -> Optional.of(unit);
            case UnitReading.Invalid invalid -> {
                Span span = place.span();
                problems.add(
                        span,
                        AdqlCode.BAD_UNIT,
                        "`%s` is no unit: %s".formatted(text, invalid.reason()),
                        invalid.help());
                yield Optional.empty();
            }
        };
    }

    /** By way of E = h ν = h c / λ, each by a factor or by a quotient. */
    Typed spectral(Expression.Call call, List<Typed> arguments) {
        boolean told = arguments.size() == 3;
        Optional<Unit> to =
                literal(call.arguments().getLast(), arguments.getLast().value());
        String unit = arguments.getFirst().meta().unit();
        Optional<Unit> from = told
                ? literal(call.arguments().get(1), arguments.get(1).value())
                : Optional.ofNullable(unit).filter(u -> !u.isEmpty()).flatMap(UnitFunctions::valid);
        if (to.isEmpty() || (told && from.isEmpty())) {
            return Typed.UNKNOWN;
        }
        if (from.isEmpty()) {
            return problems.unknown(
                    call.arguments().getFirst().span(),
                    AdqlCode.BAD_UNIT,
                    "the unit of this value is not known",
                    "gavo_specconv(value, 'unit it has', 'unit wanted')");
        }
        return Spectral.convert(arguments.getFirst().value(), from.get(), to.get())
                .map(value -> new Typed(value, Meta.unit(to.get().symbol())))
                .orElseGet(() -> problems.unknown(
                        call.span(),
                        AdqlCode.BAD_UNIT,
                        "`%s` does not convert into `%s`"
                                .formatted(from.get().symbol(), to.get().symbol()),
                        "units of wavelength, frequency and energy do"));
    }

    private static Optional<Unit> valid(String symbol) {
        return Unit.parse(symbol) instanceof UnitReading.Valid(var unit, var _) ? Optional.of(unit) : Optional.empty();
    }
}
