package org.heralddata.formats.km3net;

import java.nio.ByteBuffer;

/**
 * What slices and events begin with: JDAQHeader.
 *
 * @param time       nanoseconds since 1970; ticks are of 16 ns
 * @param whiteRabbit whether the clock was locked: the highest bit of the seconds
 */
record DaqHeader(int detector, int run, int frameIndex, long time, boolean whiteRabbit) {
    static final int BYTES = 20;

    private static final int TICK = 16;
    private static final long NANOS = 1_000_000_000L;

    static DaqHeader of(ByteBuffer bytes) {
        int detector = bytes.getInt();
        int run = bytes.getInt();
        int frameIndex = bytes.getInt();
        int seconds = bytes.getInt();
        return new DaqHeader(detector, run, frameIndex, time(seconds, bytes.getInt()), seconds < 0);
    }

    static long time(int seconds, int ticks) {
        return (seconds & 0x7fff_ffffL) * NANOS + (ticks & 0xffff_ffffL) * TICK;
    }
}
