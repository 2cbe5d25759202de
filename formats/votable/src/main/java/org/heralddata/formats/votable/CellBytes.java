package org.heralddata.formats.votable;

import java.util.Map;

/**
 * How many bytes the cells of a FIELD take in BINARY and BINARY2: VOTable 1.4, sections 5.4 and 6.
 *
 * @param width  bytes of an element; 0 stands for single bits
 * @param count  elements of a cell; negative if each cell says how many it has
 */
record CellBytes(int width, long count) {

    /** No cell of sound data is larger; what claims to be is refused before memory is taken for it. */
    static final long MOST = 64L << 20;

    private static final Map<String, Integer> WIDTHS = Map.ofEntries(
            Map.entry("boolean", 1),
            Map.entry("bit", 0),
            Map.entry("unsignedByte", 1),
            Map.entry("short", 2),
            Map.entry("int", 4),
            Map.entry("long", 8),
            Map.entry("char", 1),
            Map.entry("unicodeChar", 2),
            Map.entry("float", 4),
            Map.entry("double", 8),
            Map.entry("floatComplex", 8),
            Map.entry("doubleComplex", 16));

    static boolean knows(String datatype, String arraysize) {
        return WIDTHS.containsKey(datatype) && arraysize.matches("|(\\d{1,9}x)*(\\d{1,9}|\\d{0,9}\\*)");
    }

    /** True if the length of a cell cannot be told: writers do not agree on whether such counts are of pairs or of parts. */
    static boolean isAmbiguous(String datatype, String arraysize) {
        return datatype.endsWith("Complex") && arraysize.endsWith("*");
    }

    /** Of attributes that it {@link #knows}. */
    static CellBytes of(String datatype, String arraysize) {
        int width = WIDTHS.getOrDefault(datatype, 1);
        if (arraysize.endsWith("*")) {
            return new CellBytes(width, -1);
        }
        long count = 1;
        for (String size : arraysize.isEmpty() ? new String[0] : arraysize.split("x", -1)) {
            count = Math.min(count * Long.parseLong(size), Integer.MAX_VALUE);
        }
        return new CellBytes(width, count);
    }

    boolean varies() {
        return count < 0;
    }

    /** Bytes of so many elements. */
    long of(long elements) {
        return width == 0 ? (elements + 7) / 8 : elements * width;
    }
}
