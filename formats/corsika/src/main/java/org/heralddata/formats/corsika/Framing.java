package org.heralddata.formats.corsika;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * How the sub-blocks of a file are framed: found from its first bytes, whatever the file is called.
 *
 * @param marker bytes of the length that Fortran writes before and after each record: 4, 8, or 0 if there are no records
 * @param order  byte order of all words
 * @param words  words of a sub-block: 273, or 312 with thinning
 */
record Framing(int marker, ByteOrder order, int words) {
    static final int PLAIN = 273;
    static final int THINNED = 312;

    /** Bytes that {@link #of} needs at most: two sub-blocks and a marker. */
    static final int NEEDED = 8 + 2 * 4 * THINNED;

    private static final int VERSION = 4;

    /** Empty if the bytes are not the beginning of a CORSIKA file. */
    static Optional<Framing> of(byte[] head) {
        for (int marker : new int[] {0, 4, 8}) {
            if (tag(head, marker).equals("RUNH")) {
                for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
                    if (plausible(head, marker, order)) {
                        return words(head, marker, order).map(words -> new Framing(marker, order, words));
                    }
                }
            }
        }
        return Optional.empty();
    }

    int blockBytes() {
        return 4 * words;
    }

    boolean thinned() {
        return words == THINNED;
    }

    private static boolean plausible(byte[] head, int marker, ByteOrder order) {
        int at = marker + 4 * (VERSION - 1);
        if (head.length < at + 4) {
            return false;
        }
        float version = ByteBuffer.wrap(head).order(order).getFloat(at);
        return version >= 1 && version < 100;
    }

    /** After the run's header comes an event's, or the run's end. */
    private static Optional<Integer> words(byte[] head, int marker, ByteOrder order) {
        IntPredicate follows = words -> {
            String tag = tag(head, marker + 4 * words);
            return tag.equals("EVTH") || tag.equals("RUNE") || tag.equals("EVHW");
        };
        if (follows.test(PLAIN)) {
            return Optional.of(PLAIN);
        }
        if (follows.test(THINNED)) {
            return Optional.of(THINNED);
        }
        // A run that broke off at once: the length of the record decides.
        long record = marker == 0 || head.length < 8
                ? 0
                : marker == 4
                        ? ByteBuffer.wrap(head).order(order).getInt(0)
                        : ByteBuffer.wrap(head).order(order).getLong(0);
        if (record == 21 * 4 * PLAIN) {
            return Optional.of(PLAIN);
        }
        return record == 21 * 4 * THINNED ? Optional.of(THINNED) : Optional.empty();
    }

    private static String tag(byte[] head, int at) {
        return head.length < at + 4 ? "" : new String(head, at, 4, StandardCharsets.ISO_8859_1);
    }
}
