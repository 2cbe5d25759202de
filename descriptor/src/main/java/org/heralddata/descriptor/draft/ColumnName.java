package org.heralddata.descriptor.draft;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Makes names that queries can use of those that files have. For the columns of one table. */
final class ColumnName {
    private static final int LONGEST = 60;

    private final Set<String> taken = new HashSet<>();

    /** {@code fM3Long} becomes {@code f_m3_long}, {@code EVENT_ID} {@code event_id}, {@code Log(E/GeV)} {@code log_e_gev}. */
    static String snake(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("([kMGTPE])eV\\b", "_$1ev")
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z]{2,})([A-Z][a-z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        String named = plain.isEmpty() ? "column" : plain;
        String begun = Character.isDigit(named.charAt(0)) ? "c_" + named : named;
        return begun.length() > LONGEST ? begun.substring(0, LONGEST).replaceAll("_+$", "") : begun;
    }

    /** A name that no other column of the table has. */
    String unique(String wanted) {
        String name = wanted;
        for (int n = 2; !taken.add(name); n++) {
            name = wanted + "_" + n;
        }
        return name;
    }
}
