package org.heralddata.serve.portal;

import java.util.Locale;

/** Names of export formats for people. */
public final class Formats {

    private Formats() {}

    /** {@code csv} becomes {@code CSV}; an unknown name stays as it is, in capitals. */
    public static String label(String format) {
        return switch (format) {
            case "votable" -> "VOTable";
            case "parquet" -> "Parquet";
            case "rntuple" -> "RNTuple";
            default -> format.toUpperCase(Locale.ROOT);
        };
    }
}
