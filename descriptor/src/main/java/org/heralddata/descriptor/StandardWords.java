package org.heralddata.descriptor;

import org.heralddata.model.ucd.Ucd;
import org.heralddata.model.ucd.UcdReading;
import org.heralddata.model.unit.Unit;
import org.heralddata.model.unit.UnitReading;
import org.jspecify.annotations.Nullable;

/** Reads words of the Virtual Observatory's standards: units and UCDs. */
final class StandardWords {
    private final Problems problems;

    StandardWords(Problems problems) {
        this.problems = problems;
    }

    /** Tells if the {@code source_unit} of a section does not convert to its {@code unit}; null where there is none. */
    void checkConversion(Section section, @Nullable Unit sourceUnit, @Nullable Unit unit) {
        if (unit == null || sourceUnit == null || sourceUnit.isCommensurable(unit)) {
            return;
        }
        Text place = section.text("source_unit");
        problems.error(
                DescriptorCode.UNIT_CONVERSION,
                place == null ? section.place() : place.node(),
                "`%s` cannot be converted to `%s`".formatted(sourceUnit, unit),
                null,
                unit.isLogarithmic() == sourceUnit.isLogarithmic()
                        ? null
                        : "Herald does not take logarithms: publish the column as the file has it");
    }

    /** {@link Unit#NONE} if absent; null if told. */
    @Nullable
    Unit unit(@Nullable Text text) {
        if (text == null) {
            return Unit.NONE;
        }
        return switch (Unit.parse(text.value())) {
            case UnitReading.Valid(var unit, var warnings) -> {
                for (String warning : warnings) {
                    problems.warning(
                            DescriptorCode.DEPRECATED_UNIT,
                            text.node(),
                            warning,
                            null,
                            unit.symbol().equals(text.value()) ? null : "write `%s`".formatted(unit));
                }
                yield unit;
            }
            case UnitReading.Invalid(var reason, int start, int length, var help) -> {
                problems.error(
                        DescriptorCode.UNIT,
                        text,
                        start,
                        length,
                        "unknown unit `%s`".formatted(text.value()),
                        reason,
                        help);
                yield null;
            }
        };
    }

    /** {@link Ucd#NONE} if absent; null if told. */
    @Nullable
    Ucd ucd(@Nullable Text text) {
        if (text == null) {
            return Ucd.NONE;
        }
        return switch (Ucd.parse(text.value())) {
            case UcdReading.Valid valid -> valid.ucd();
            case UcdReading.Invalid(var reason, int start, int length, var help) -> {
                problems.error(
                        DescriptorCode.UCD,
                        text,
                        start,
                        length,
                        "unknown UCD `%s`".formatted(text.value()),
                        reason,
                        help);
                yield null;
            }
        };
    }
}
