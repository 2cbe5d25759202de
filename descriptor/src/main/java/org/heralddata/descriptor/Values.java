package org.heralddata.descriptor;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heralddata.model.unit.Unit;
import org.heralddata.model.unit.UnitConversion;
import org.heralddata.model.unit.UnitReading;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads single values and tells what is wrong with them; what was told, or is absent, is null. */
final class Values {
    private static final Pattern QUANTITY = Pattern.compile("([-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?)\\s*(.*)");
    private static final Pattern DOI = Pattern.compile("10\\.[0-9]{4,9}(\\.[0-9]+)*/\\S+");
    private static final Pattern DOI_ADDRESS =
            Pattern.compile("(?:https?://(?:dx\\.)?doi\\.org/|doi:\\s*)(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ORCID = Pattern.compile("(\\d{4})-(\\d{4})-(\\d{4})-(\\d{3}[\\dX])");

    private final Problems problems;

    Values(Problems problems) {
        this.problems = problems;
    }

    /** False, and told, if a name has not the form. */
    boolean name(Text text, Pattern form, String described) {
        return name(text.value(), text.node(), form, described);
    }

    boolean name(String name, Node place, Pattern form, String described) {
        if (form.matcher(name).matches()) {
            return true;
        }
        problems.error(
                DescriptorCode.BAD_NAME, place, "`%s` cannot be a name here".formatted(name), null, "use " + described);
        return false;
    }

    /** A number of a unit; without a unit it is in the one expected. */
    @Nullable
    Double quantity(@Nullable Text text, String expected, double least, double most) {
        if (text == null) {
            return null;
        }
        Matcher form = QUANTITY.matcher(text.value().strip());
        Double number = form.matches() ? finite(form.group(1)) : null;
        if (number == null) {
            bad(text, "is not a number with a unit", "such as `12.5 %s`".formatted(expected));
            return null;
        }
        Unit unit = new Unit(expected);
        Optional<UnitConversion> conversion = form.group(2).isEmpty()
                ? Optional.of(UnitConversion.IDENTITY)
                : Unit.parse(form.group(2)) instanceof UnitReading.Valid valid
                        ? valid.unit().to(unit)
                        : Optional.empty();
        if (conversion.isEmpty()) {
            bad(text, "has no unit that can be converted to %s".formatted(expected), "such as `12.5 " + expected + "`");
            return null;
        }
        double value = conversion.get().apply(number);
        if (value < least || value > most) {
            bad(text, "is not between %s and %s %s".formatted(plain(least), plain(most), expected), null);
            return null;
        }
        return value;
    }

    /** A number, {@code .inf}, {@code -.inf}. */
    @Nullable
    Double number(Text text) {
        String word = text.value().strip();
        return switch (word.toLowerCase(java.util.Locale.ROOT)) {
            case ".inf", "+.inf" -> Double.POSITIVE_INFINITY;
            case "-.inf" -> Double.NEGATIVE_INFINITY;
            default -> {
                Double value = finite(word);
                if (value == null) {
                    bad(text, "is not a number", null);
                }
                yield value;
            }
        };
    }

    @Nullable
    String webAddress(@Nullable Text text) {
        if (text == null) {
            return null;
        }
        try {
            URI address = new URI(text.value().strip());
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (web && address.getHost() != null) {
                return address.toString();
            }
        } catch (URISyntaxException wrong) {
            // told below
        }
        bad(text, "is not a web address", "it begins with `https://`");
        return null;
    }

    @Nullable
    LocalDate date(@Nullable Text text) {
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text.value().strip());
        } catch (DateTimeException wrong) {
            bad(text, "is not a date", "such as `2028-01-31`");
            return null;
        }
    }

    /** A DOI without address, or a reference in full. */
    @Nullable
    String citation(@Nullable Text text) {
        if (text == null) {
            return null;
        }
        String cite = text.value().strip();
        Matcher address = DOI_ADDRESS.matcher(cite);
        boolean meantAsDoi = address.matches() || (cite.startsWith("10.") && !cite.contains(" "));
        if (!meantAsDoi || DOI.matcher(cite).matches()) {
            return cite;
        }
        String help = address.matches() && DOI.matcher(address.group(1)).matches()
                ? "write the DOI without address: `%s`".formatted(address.group(1))
                : "a DOI looks like `10.1140/epjc/s10052-018-6221-2`";
        problems.error(DescriptorCode.DOI, text.node(), "`%s` is not a DOI".formatted(cite), null, help);
        return null;
    }

    /** Form and check digit (ISO 7064 11,2). */
    @Nullable
    String orcid(@Nullable Text text) {
        if (text == null) {
            return null;
        }
        String written = text.value().strip();
        Matcher form = ORCID.matcher(written);
        if (form.matches() && checkDigit(written.replace("-", "")) == written.charAt(18)) {
            return written;
        }
        String help = written.contains("orcid.org/")
                ? "write the ORCID without address: `%s`".formatted(written.substring(written.lastIndexOf('/') + 1))
                : form.matches() ? "a digit is wrong" : "an ORCID looks like `0000-0002-1825-0097`";
        problems.error(DescriptorCode.ORCID, text.node(), "`%s` is not an ORCID".formatted(written), null, help);
        return null;
    }

    private static char checkDigit(String digits) {
        int total = 0;
        for (int i = 0; i < 15; i++) {
            total = (total + Character.digit(digits.charAt(i), 10)) * 2;
        }
        int check = (12 - total % 11) % 11;
        return check == 10 ? 'X' : Character.forDigit(check, 10);
    }

    private void bad(Text text, String message, @Nullable String help) {
        problems.error(
                DescriptorCode.BAD_VALUE,
                text.node(),
                "`%s` %s".formatted(text.value().strip(), message),
                null,
                help);
    }

    private static @Nullable Double finite(String number) {
        try {
            double value = Double.parseDouble(number);
            return Double.isFinite(value) && !number.endsWith("d") && !number.endsWith("f") ? value : null;
        } catch (NumberFormatException wrong) {
            return null;
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
