package org.heralddata.model.files;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a table of a file of high-energy astrophysics holds, as its header tells by the keywords HDUCLAS1 to HDUCLAS3.
 *
 * @see <a href="https://gamma-astro-data-formats.readthedocs.io/en/v0.3/general/hduclass.html">GADF 0.3, HDU classes</a>
 * @see <a href="https://heasarc.gsfc.nasa.gov/docs/heasarc/caldb/docs/memos/cal_gen_92_002/cal_gen_92_002.html">CAL/GEN/92-002</a>
 */
public enum TableKind {
    EVENTS("event list"),
    GTI("good time intervals"),
    AEFF("effective area"),
    EDISP("energy dispersion"),
    PSF("point spread function"),
    BKGRATE("background rate"),
    RAD_MAX("directional cut"),
    ARF("effective area with efficiency (ARF)"),
    RMF("redistribution matrix (RMF)");

    private final String title;

    TableKind(String title) {
        this.title = title;
    }

    /** In words. */
    public String title() {
        return title;
    }

    /** In lower case: for response functions the terms of the IVOA's draft for high energies. */
    public String term() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True if it maps physical quantities to observed ones. */
    public boolean isResponse() {
        return switch (this) {
            case EVENTS, GTI -> false;
            case AEFF, EDISP, PSF, BKGRATE, RAD_MAX, ARF, RMF -> true;
        };
    }

    /** What a header says; empty if it does not. */
    public static Optional<TableKind> of(Map<String, String> header) {
        return switch (word(header.get("HDUCLAS1"))) {
            case "EVENTS" -> Optional.of(EVENTS);
            case "GTI" -> Optional.of(GTI);
            case "RESPONSE" -> response(word(header.get("HDUCLAS2")));
            default -> Optional.empty();
        };
    }

    private static Optional<TableKind> response(String word) {
        return switch (word) {
            case "EFF_AREA" -> Optional.of(AEFF);
            case "EDISP" -> Optional.of(EDISP);
            case "PSF", "RPSF" -> Optional.of(PSF);
            case "BKG" -> Optional.of(BKGRATE);
            case "RAD_MAX" -> Optional.of(RAD_MAX);
            case "SPECRESP" -> Optional.of(ARF);
            case "RSP_MATRIX" -> Optional.of(RMF);
            default -> Optional.empty();
        };
    }

    private static String word(@Nullable String value) {
        return value == null ? "" : value.strip().toUpperCase(Locale.ROOT);
    }
}
