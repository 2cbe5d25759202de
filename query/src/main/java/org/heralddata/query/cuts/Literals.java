package org.heralddata.query.cuts;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.selection.Literal;
import org.heralddata.model.unit.Unit;
import org.heralddata.model.unit.UnitConversion;
import org.heralddata.query.QueryCode;
import org.heralddata.query.cuts.CutSchema.Column;
import org.jspecify.annotations.Nullable;

/** Brings values to the type and unit of the column that they are compared with. */
final class Literals {
    private static final Unit DEGREE = new Unit("deg");

    /** What went wrong with a value; the text of the selection gives it its place. */
    static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        final transient Diagnostic diagnostic;

        Unfit(Diagnostic diagnostic) {
            super(diagnostic.message(), null, false, false);
            this.diagnostic = diagnostic;
        }
    }

    private final String query;

    Literals(String query) {
        this.query = query;
    }

    Literal of(Column column, Value value) {
        return switch (column.type()) {
            case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64, FLOAT32, FLOAT64 -> number(column, value);
            case STRING -> text(column, value);
            case BOOL -> truth(column, value);
            case TIMESTAMP -> time(column, value);
            case BYTES ->
                throw unfit(
                        value,
                        QueryCode.WRONG_TYPE,
                        "`%s` holds bytes".formatted(column.name()),
                        "ask only whether it `is null`");
        };
    }

    /** A count of elements. */
    Literal count(Value value) {
        if (value instanceof Value.Quantity(var number, var unit, var span) && unit == null) {
            return new Literal.Quantity(number, Unit.NONE);
        }
        throw unfit(value, QueryCode.WRONG_TYPE, "a length is compared with a number without unit", null);
    }

    private Literal number(Column column, Value value) {
        if (!(value instanceof Value.Quantity quantity)) {
            if (value instanceof Value.Sexagesimal angle && column.unit().isCommensurable(DEGREE)) {
                return converted(column, angle.degrees(), DEGREE, value);
            }
            throw unfit(value, QueryCode.WRONG_TYPE, "`%s` holds numbers".formatted(column.name()), null);
        }
        Unit written = quantity.unit();
        return written == null || written.equals(column.unit())
                ? new Literal.Quantity(quantity.number(), column.unit())
                : converted(column, quantity.number().doubleValue(), written, value);
    }

    private Literal converted(Column column, double number, Unit written, Value value) {
        Optional<UnitConversion> plain = written.to(column.unit());
        double result;
        if (plain.isPresent()) {
            if (plain.get().isIdentity() && value instanceof Value.Quantity quantity) {
                return new Literal.Quantity(quantity.number(), column.unit());
            }
            result = plain.get().apply(number);
        } else {
            result = logarithm(column, number, written, value);
        }
        if (!Double.isFinite(result)) {
            throw unfit(value, QueryCode.BAD_NUMBER, "the value is too large in `%s`".formatted(column.unit()), null);
        }
        return new Literal.Quantity(BigDecimal.valueOf(result), column.unit());
    }

    /** A column of logarithms compared with a plain quantity: the logarithm of the quantity is meant. */
    private double logarithm(Column column, double number, Unit written, Value value) {
        Unit logarithmic = column.unit().isLogarithmic() && !written.isLogarithmic() && !written.equals(Unit.NONE)
                ? new Unit("log(" + written + ")")
                : written;
        Optional<UnitConversion> conversion = logarithmic.to(column.unit());
        if (logarithmic.equals(written) || conversion.isEmpty()) {
            String help = column.unit().equals(Unit.NONE)
                    ? "`%s` has no unit: leave it out".formatted(column.name())
                    : "`%s` is in `%s`".formatted(column.name(), column.unit());
            throw unfit(
                    value,
                    QueryCode.BAD_UNIT,
                    "`%s` does not fit the column `%s`".formatted(written, column.name()),
                    help);
        }
        if (!(number > 0)) {
            throw unfit(
                    value,
                    QueryCode.BAD_NUMBER,
                    "`%s` holds logarithms, and this value has none".formatted(column.name()),
                    null);
        }
        return conversion.get().apply(Math.log10(number));
    }

    private Literal text(Column column, Value value) {
        if (value instanceof Value.Text(var text, var span)) {
            return new Literal.Text(text);
        }
        String written = query.substring(value.span().start(), value.span().end());
        throw unfit(
                value,
                QueryCode.WRONG_TYPE,
                "`%s` holds strings".formatted(column.name()),
                "put it in single quotes: `'%s'`".formatted(written));
    }

    private Literal truth(Column column, Value value) {
        if (value instanceof Value.Truth(var truth, var span)) {
            return new Literal.Truth(truth);
        }
        throw unfit(
                value,
                QueryCode.WRONG_TYPE,
                "`%s` is true or false".formatted(column.name()),
                "write `%1$s` or `not %1$s`".formatted(column.name()));
    }

    private Literal time(Column column, Value value) {
        if (value instanceof Value.Time(var nanoseconds, var span)) {
            return new Literal.Time(nanoseconds);
        }
        String help = "write UTC as `2004-01-31` or `2004-01-31T12:30:00`";
        if (value instanceof Value.Text(var text, var span)) {
            OptionalLong nanoseconds = TimeReader.read(text);
            if (nanoseconds.isPresent()) {
                return new Literal.Time(nanoseconds.getAsLong());
            }
            throw unfit(value, QueryCode.BAD_TIME, "`%s` is no time".formatted(text), help);
        }
        throw unfit(value, QueryCode.WRONG_TYPE, "`%s` holds times".formatted(column.name()), help);
    }

    /** An angle in degrees; without unit it is taken for degrees. */
    double degrees(Value value) {
        if (value instanceof Value.Sexagesimal(var degrees, var span)) {
            return degrees;
        }
        if (value instanceof Value.Quantity(var number, var unit, var span)) {
            if (unit == null) {
                return number.doubleValue();
            }
            Optional<UnitConversion> conversion = unit.to(DEGREE);
            if (conversion.isPresent()) {
                return conversion.get().apply(number.doubleValue());
            }
            throw unfit(
                    value, QueryCode.BAD_UNIT, "`%s` is no unit of angle".formatted(unit), "such as deg, arcmin, rad");
        }
        throw unfit(value, QueryCode.BAD_ANGLE, "an angle should stand here", "such as `83.63 deg` or `5h34m32s`");
    }

    Unfit unfit(Value value, QueryCode code, String message, @Nullable String help) {
        return new Unfit(Mistake.at(query, value.span(), code, message).helped(help));
    }
}
