package org.heralddata.ingest.files;

import java.math.BigDecimal;
import java.util.Locale;
import org.heralddata.ingest.time.TimeProblems;
import org.heralddata.ingest.time.TimeReaders;
import org.heralddata.model.descriptor.FileFieldDescriptor;
import org.heralddata.model.files.FieldValue;
import org.heralddata.model.files.FileField;
import org.heralddata.model.table.Vector;
import org.heralddata.model.time.TimeScale;
import org.heralddata.model.unit.Unit;
import org.heralddata.model.unit.UnitConversion;
import org.heralddata.spi.Extracted;
import org.jspecify.annotations.Nullable;

/** Brings a value, taken as text, to the type and unit of its field. */
final class FieldConversion {

    private FieldConversion() {}

    /** @throws org.heralddata.model.diagnostic.Refusal if it is not of the type, or of another unit */
    static FieldValue convert(Extracted extracted, FileFieldDescriptor declared) {
        FileField field = declared.field();
        String text = extracted.value().strip();
        return switch (field.type()) {
            case FLOAT64 ->
                new FieldValue.Real(conversion(extracted.unit(), declared).apply(real(text)));
            case INT64 -> new FieldValue.Whole(whole(text, conversion(extracted.unit(), declared)));
            case BOOL -> new FieldValue.Truth(truth(text));
            case TIMESTAMP -> new FieldValue.Time(time(text));
            default -> new FieldValue.Text(text);
        };
    }

    private static UnitConversion conversion(@Nullable String written, FileFieldDescriptor declared) {
        Unit wanted = declared.field().unit();
        Unit told = declared.sourceUnit();
        if (told == null && written != null && !written.isBlank()) {
            told = Unit.fromFile(written)
                    .filter(unit -> !unit.equals(Unit.NONE))
                    .orElse(wanted);
        }
        Unit from = told == null ? wanted : told;
        return from.to(wanted)
                .orElseThrow(() ->
                        FieldTaker.refusal("its unit `%s` does not convert to `%s`".formatted(from, wanted), null));
    }

    private static double real(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        return switch (word) {
            case "nan" -> Double.NaN;
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> {
                try {
                    // FITS writes double precision with a D
                    yield new BigDecimal(text.replace('D', 'E').replace('d', 'e')).doubleValue();
                } catch (NumberFormatException wrong) {
                    throw FieldTaker.refusal("`%s` is not a number".formatted(shown(text)), null);
                }
            }
        };
    }

    private static long whole(String text, UnitConversion conversion) {
        if (text.length() <= 100) {
            try {
                BigDecimal number = new BigDecimal(text.replace('D', 'E').replace('d', 'e'));
                return conversion.isIdentity()
                        ? number.longValueExact()
                        : BigDecimal.valueOf(conversion.apply(number.doubleValue()))
                                .longValueExact();
            } catch (NumberFormatException | ArithmeticException wrong) {
                // told below
            }
        }
        throw FieldTaker.refusal("`%s` is not a whole number".formatted(shown(text)), null);
    }

    private static boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "t", "yes", "1" -> true;
            case "false", "f", "no", "0" -> false;
            default -> throw FieldTaker.refusal("`%s` is neither true nor false".formatted(shown(text)), null);
        };
    }

    private static long time(String text) {
        Vector.Longs time = TimeReaders.iso(TimeScale.UTC, new TimeProblems())
                .read(new Vector.Strings(new String[] {text}, 1, null), null);
        if (time.isNull(0)) {
            throw FieldTaker.refusal("`%s` is not an ISO 8601 time".formatted(shown(text)), null);
        }
        return time.values()[0];
    }

    private static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
