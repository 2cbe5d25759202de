package org.heralddata.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Damages bytes by seeded random numbers: one to four wounds of many kinds. */
final class Damage {
    private static final int LARGEST = 16 << 20;

    private Damage() {}

    /** The sample's bytes, damaged; within gzip half of the time, where they are gzip. */
    static byte[] damaged(byte[] sample, byte[] partner, Random random) throws IOException {
        if (isGzip(sample) && random.nextBoolean()) {
            return gzip(wounded(gunzip(sample), isGzip(partner) ? gunzip(partner) : partner, random));
        }
        return wounded(sample, partner, random);
    }

    private static byte[] wounded(byte[] sample, byte[] partner, Random random) {
        byte[] bytes = sample.clone();
        double text = textPart(bytes);
        int wounds = 1 + Math.min(3, (int) (-Math.log(1 - random.nextDouble()) * 1.2));
        for (int i = 0; i < wounds && bytes.length > 0; i++) {
            bytes = random.nextDouble() < text * 0.7
                    ? TextWounds.wound(bytes, random)
                    : ByteWounds.wound(bytes, partner, random);
            if (bytes.length > LARGEST) {
                bytes = java.util.Arrays.copyOf(bytes, LARGEST);
            }
        }
        return bytes;
    }

    /** The part of the first bytes that is printable. */
    private static double textPart(byte[] bytes) {
        int seen = Math.min(bytes.length, 4096);
        int printable = 0;
        for (int i = 0; i < seen; i++) {
            if (bytes[i] >= 32 || bytes[i] == '\n' || bytes[i] == '\t' || bytes[i] == '\r') {
                printable++;
            }
        }
        return seen == 0 ? 0 : (double) printable / seen;
    }

    private static boolean isGzip(byte[] bytes) {
        return bytes.length > 18 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
    }

    private static byte[] gunzip(byte[] bytes) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readNBytes(LARGEST);
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
