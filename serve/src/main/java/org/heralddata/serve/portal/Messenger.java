package org.heralddata.serve.portal;

/** Headings for the terms of the IVOA messenger vocabulary. */
public final class Messenger {

    private Messenger() {}

    /** {@code cosmic-ray} becomes {@code Cosmic rays}; an unknown term stays as it is. */
    public static String heading(String term) {
        return switch (term) {
            case "cosmic-ray" -> "Cosmic rays";
            case "neutrino" -> "Neutrinos";
            case "photon" -> "Gamma rays and other photons";
            case "muon" -> "Muons";
            case "proton" -> "Protons";
            case "gravitational-wave" -> "Gravitational waves";
            default -> term;
        };
    }
}
