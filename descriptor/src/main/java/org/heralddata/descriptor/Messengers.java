package org.heralddata.descriptor;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.heralddata.model.diagnostic.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * What a collection observes.
 *
 * <p>{@code photon} and {@code neutrino} are top terms of the IVOA vocabulary {@code messenger} (2020-08-26), in lower case;
 * {@code cosmic-ray}, {@code muon} and {@code proton} are of the IVOA's draft extension of ObsCore for high energies;
 * {@code gravitational-wave} is in neither.
 */
final class Messengers {
    static final List<String> TERMS =
            List.of("cosmic-ray", "gravitational-wave", "muon", "neutrino", "photon", "proton");

    private static final Map<String, String> OTHER_WORDS = Map.ofEntries(
            Map.entry("gamma", "photon"),
            Map.entry("gamma-ray", "photon"),
            Map.entry("gammaray", "photon"),
            Map.entry("x-ray", "photon"),
            Map.entry("em", "photon"),
            Map.entry("optical", "photon"),
            Map.entry("radio", "photon"),
            Map.entry("cr", "cosmic-ray"),
            Map.entry("cosmicray", "cosmic-ray"),
            Map.entry("cosmic ray", "cosmic-ray"),
            Map.entry("air-shower", "cosmic-ray"),
            Map.entry("nu", "neutrino"),
            Map.entry("gw", "gravitational-wave"));

    private Messengers() {}

    /** The term; null, and told, if it is none. */
    static @Nullable String check(Text text, Problems problems) {
        String term = text.value().strip();
        if (TERMS.contains(term)) {
            return term;
        }
        String meant = OTHER_WORDS.get(term.toLowerCase(Locale.ROOT));
        String help = meant != null ? "did you mean `%s`?".formatted(meant) : Nearest.help(term, TERMS);
        problems.error(
                DescriptorCode.MESSENGER,
                text.node(),
                "unknown messenger `%s`".formatted(term),
                null,
                help != null ? help : "it can be " + String.join(", ", TERMS));
        return null;
    }
}
