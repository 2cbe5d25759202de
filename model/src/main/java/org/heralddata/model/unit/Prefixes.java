package org.heralddata.model.unit;

import java.util.Map;

/** The SI and binary prefixes (VOUnits 1.1, table 3). */
final class Prefixes {

    /** Powers of ten. */
    static final Map<String, Integer> DECIMAL = Map.ofEntries(
            Map.entry("da", 1),
            Map.entry("h", 2),
            Map.entry("k", 3),
            Map.entry("M", 6),
            Map.entry("G", 9),
            Map.entry("T", 12),
            Map.entry("P", 15),
            Map.entry("E", 18),
            Map.entry("Z", 21),
            Map.entry("Y", 24),
            Map.entry("R", 27),
            Map.entry("Q", 30),
            Map.entry("d", -1),
            Map.entry("c", -2),
            Map.entry("m", -3),
            Map.entry("u", -6),
            Map.entry("n", -9),
            Map.entry("p", -12),
            Map.entry("f", -15),
            Map.entry("a", -18),
            Map.entry("z", -21),
            Map.entry("y", -24),
            Map.entry("r", -27),
            Map.entry("q", -30));

    /** Powers of two. */
    static final Map<String, Integer> BINARY =
            Map.of("Ki", 10, "Mi", 20, "Gi", 30, "Ti", 40, "Pi", 50, "Ei", 60, "Zi", 70, "Yi", 80);

    private Prefixes() {}
}
