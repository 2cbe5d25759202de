package org.heralddata.formats.fits.write;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Timestamps as text of 29 characters without a zone, such as {@code 2004-01-01T00:00:00.123456789}: FITS 4.0, section 9.1.1. */
final class IsoTime {
    static final int LENGTH = 29;

    private static final long NANOS = 1_000_000_000L;

    private IsoTime() {}

    /** @param nanos of UTC since 1970, leap seconds not counted */
    static byte[] bytes(long nanos) {
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
        return out;
    }

    private static void put(byte[] out, int last, int digits, int value) {
        int rest = value;
        for (int i = 0; i < digits; i++) {
            out[last - i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
