package org.heralddata.model.unit;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that files give to units, in VOUnits. */
final class UnitWords {

    /** What files write where there is no unit. */
    static final Set<String> NO_UNIT =
            Set.of("", "1", "-", "--", "none", "unitless", "dimensionless", "n/a", "null", "ratio", "number", "#");

    /** By exact spelling, since case tells units apart. */
    private static final Map<String, String> EXACT = Map.ofEntries(
            Map.entry("sec", "s"),
            Map.entry("hr", "h"),
            Map.entry("mus", "us"),
            Map.entry("mbar", "hPa"),
            Map.entry("mb", "hPa"),
            Map.entry("bar", "10**5Pa"),
            Map.entry("oC", "'degC'"),
            Map.entry("p.e.", "'pe'"),
            Map.entry("pe", "'pe'"),
            Map.entry("phe", "'pe'"),
            Map.entry("ADC", "adu"),
            Map.entry("as", "arcsec"),
            Map.entry("\"", "arcsec"),
            Map.entry("'", "arcmin"),
            Map.entry("mip", "'MIP'"),
            Map.entry("MIP", "'MIP'"));

    /** By lower-case spelling. */
    private static final Map<String, String> WORDS = new HashMap<>();

    static {
        words("deg", "deg", "degs", "degree", "degrees", "degr");
        words("rad", "rad", "rads", "radian", "radians");
        words("arcmin", "arcmin", "arcmins", "arcminute", "arcminutes");
        words("arcsec", "arcsec", "arcsecs", "arcsecond", "arcseconds");
        words("s", "sec", "secs", "second", "seconds");
        words("ms", "msec", "millisecond", "milliseconds");
        words("us", "usec", "microsecond", "microseconds");
        words("ns", "nsec", "nanosec", "nanosecond", "nanoseconds");
        words("min", "minute", "minutes", "mins");
        words("h", "hour", "hours", "hrs");
        words("d", "day", "days");
        words("yr", "year", "years", "yrs");
        words("m", "meter", "meters", "metre", "metres");
        words("cm", "centimeter", "centimeters", "centimetre", "centimetres");
        words("mm", "millimeter", "millimeters", "millimetre", "millimetres");
        words("km", "kilometer", "kilometers", "kilometre", "kilometres");
        words("g", "gram", "grams");
        words("kg", "kilogram", "kilograms");
        words("Hz", "hz", "hertz");
        words("K", "kelvin", "kelvins", "degk", "deg_k");
        words(
                "'degC'",
                "degc",
                "deg_c",
                "celsius",
                "centigrade",
                "degree_celsius",
                "degrees_celsius",
                "deg c",
                "degree c");
        words("hPa", "hectopascal", "millibar", "millibars", "hpa");
        words("Pa", "pascal", "pascals");
        words("eV", "ev", "electronvolt", "electronvolts");
        words("keV", "kev");
        words("GeV", "gev");
        words("TeV", "tev");
        words("EeV", "eev");
        words("V", "volt", "volts");
        words("count", "counts", "cts", "hits", "events");
        words("photon", "photons");
        words("pixel", "pixels");
        words("mag", "magnitude", "magnitudes", "mags");
        words("Angstrom", "angstroms", "ang");
        words("%", "percent", "percentage");
        words("adu", "adc_counts", "adccounts", "adc counts");
        words("Jy", "jansky", "janskys");
        words("pc", "parsec", "parsecs");
        words("byte", "bytes");
        words("bit", "bits");
    }

    private UnitWords() {}

    private static void words(String symbol, String... spellings) {
        for (String spelling : spellings) {
            WORDS.put(spelling, symbol);
        }
    }

    /** The symbol that a word stands for; null if it is none of ours. */
    static @Nullable String symbol(String word) {
        String exact = EXACT.get(word);
        return exact != null
                ? exact
                : KnownUnits.split(word).isPresent() ? null : WORDS.get(word.toLowerCase(Locale.ROOT));
    }
}
