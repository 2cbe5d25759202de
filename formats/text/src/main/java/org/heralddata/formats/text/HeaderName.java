package org.heralddata.formats.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column's name as a header gives it, with its unit: {@code E (eV)}, {@code E[GeV]}, {@code Log(E/GeV)}.
 *
 * @param name without the unit where that stood in brackets after it
 * @param unit as written, {@code log(GeV)} for a logarithm; null if none is given
 */
record HeaderName(String name, @Nullable String unit) {
    private static final Pattern SQUARE = Pattern.compile("(.*[^\\s])\\s*\\[([^\\[\\]]{1,60})\\]");
    private static final Pattern ROUND = Pattern.compile("(.*[^\\s])\\s*\\(([^()]{1,40})\\)");
    private static final Pattern LOGARITHM =
            Pattern.compile("(?i)(log|log10|lg|ln)_?\\s*[(\\[]\\s*[\\w ]+?\\s*/\\s*([^()\\[\\]]{1,20})[)\\]]");
    private static final Pattern BETWEEN_UNITS = Pattern.compile("[\\s./*^()+\\-]+");
    private static final Set<String> UNITS = Set.of(
            "deg", "degree", "degrees", "rad", "radian", "radians", "sr", "arcmin", "arcsec", "mas", "hr", "hrs",
            "hour", "hours", "min", "minutes", "sec", "seconds", "s", "d", "day", "days", "yr", "year", "years", "h",
            "m", "g", "kg", "eV", "Hz", "K", "C", "degC", "Pa", "bar", "V", "A", "T", "G", "J", "W", "Jy", "erg", "pc",
            "au", "AU", "mag", "ADC", "pe", "ct", "counts", "ns", "MJD", "%", "Crab", "b", "mol", "ph", "photon",
            "photons", "ksec");
    private static final Set<String> PREFIXES =
            Set.of("k", "M", "G", "T", "P", "E", "Z", "m", "u", "µ", "μ", "n", "p", "f", "c", "d", "h");

    static HeaderName of(String written) {
        String header = written.strip();
        Matcher log = LOGARITHM.matcher(header);
        if (log.matches() && isUnit(log.group(2))) {
            String function = log.group(1).toLowerCase(Locale.ROOT).equals("ln") ? "ln" : "log";
            return new HeaderName(
                    header, "%s(%s)".formatted(function, log.group(2).strip()));
        }
        Matcher square = SQUARE.matcher(header);
        if (square.matches() && square.group(2).chars().anyMatch(c -> Character.isLetter(c) || c == '%')) {
            return new HeaderName(square.group(1), square.group(2).strip());
        }
        Matcher round = ROUND.matcher(header);
        if (round.matches() && isUnit(round.group(2))) {
            return new HeaderName(round.group(1), round.group(2).strip());
        }
        return new HeaderName(header, null);
    }

    /** True if every word of it is a unit that astroparticle tables use, with or without prefix and power. */
    static boolean isUnit(String text) {
        boolean any = false;
        for (String word : BETWEEN_UNITS.split(text.strip(), -1)) {
            String symbol = word.replaceFirst("(?<=\\D|^)\\d{1,2}$", "");
            if (!symbol.isEmpty()) {
                any = true;
                if (!isUnitWord(symbol)) {
                    return false;
                }
            }
        }
        return any;
    }

    private static boolean isUnitWord(String word) {
        return UNITS.contains(word)
                || (word.length() > 1 && PREFIXES.contains(word.substring(0, 1)) && UNITS.contains(word.substring(1)));
    }
}
