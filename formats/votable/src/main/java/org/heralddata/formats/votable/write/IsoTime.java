package org.heralddata.formats.votable.write;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Timestamps as DALI 1.1 writes them, UTC without a zone: {@code 2004-01-01T00:00:00.123456789}. */
final class IsoTime {
    private static final long NANOS = 1_000_000_000L;

    private IsoTime() {}

    /** @param nanos of UTC since 1970, leap seconds not counted */
    static String text(long nanos) {
        byte[] out = "0000-00-00T00:00:00.000000000".getBytes(StandardCharsets.US_ASCII);
        LocalDateTime time = LocalDateTime.ofEpochSecond(
                Math.floorDiv(nanos, NANOS), (int) Math.floorMod(nanos, NANOS), ZoneOffset.UTC);
        put(out, 3, 4, time.getYear());
        put(out, 6, 2, time.getMonthValue());
        put(out, 9, 2, time.getDayOfMonth());
        put(out, 12, 2, time.getHour());
        put(out, 15, 2, time.getMinute());
        put(out, 18, 2, time.getSecond());
        put(out, 28, 9, time.getNano());
        return new String(out, StandardCharsets.US_ASCII);
    }

    private static void put(byte[] out, int last, int digits, int value) {
        int rest = value;
        for (int i = 0; i < digits; i++) {
            out[last - i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
