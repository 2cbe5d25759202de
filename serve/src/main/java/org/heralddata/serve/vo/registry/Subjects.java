package org.heralddata.serve.vo.registry;

import java.util.Optional;
import org.heralddata.model.catalogue.Range;

/** Words of controlled vocabularies that VOResource asks for. */
final class Subjects {
    private static final double JOULE_PER_KEV = 1.602_176_634e-16;
    /** IVOA messenger vocabulary: gamma rays begin at 120 keV. */
    private static final double GAMMA_KEV = 120;

    private static final double X_RAY_KEV = 0.12;

    private Subjects() {}

    /** A concept of the Unified Astronomy Thesaurus for a term of the IVOA messenger vocabulary; else the term itself. */
    static String of(String messenger) {
        return switch (messenger) {
            case "cosmic-ray", "proton", "muon" -> "cosmic-rays";
            case "neutrino" -> "neutrino-astronomy";
            case "photon" -> "gamma-ray-astronomy";
            case "gravitational-wave" -> "gravitational-waves";
            default -> messenger;
        };
    }

    /** Of photons of these energies, in joules; empty below X-rays, which no collection of events has. */
    static Optional<String> waveband(Range joules) {
        double kev = joules.max() / JOULE_PER_KEV;
        return kev >= GAMMA_KEV ? Optional.of("Gamma-ray") : kev >= X_RAY_KEV ? Optional.of("X-ray") : Optional.empty();
    }
}
