package org.heralddata.formats.hdf5.filter;

/** Filter 32004, and the LZ4 block format within other filters. Numbers of the frame are big-endian. */
final class Lz4 {

    private Lz4() {}

    static byte[] decodeChunk(byte[] in, int most) throws FilterException {
        long size = bigEndian(in, 0, 8);
        long blockSize = bigEndian(in, 8, 4);
        if (size < 0 || size > most || blockSize < 1) {
            throw new FilterException("an LZ4 frame of %d bytes where %d fit".formatted(size, most));
        }
        byte[] out = new byte[(int) size];
        int at = 12;
        int to = 0;
        while (to < out.length) {
            int compressed = (int) bigEndian(in, at, 4);
            at += 4;
            int room = (int) Math.min(blockSize, out.length - to);
            if (compressed < 0 || compressed > in.length - at) {
                throw new FilterException("the LZ4 data end too early");
            }
            if (compressed == room) {
                System.arraycopy(in, at, out, to, room);
            } else {
                block(in, at, compressed, out, to, room);
            }
            at += compressed;
            to += room;
        }
        return out;
    }

    /** Decodes one block that must fill {@code room} bytes of {@code out} exactly. */
    static void block(byte[] in, int from, int length, byte[] out, int start, int room) throws FilterException {
        int at = from;
        int end = from + length;
        int to = start;
        int limit = start + room;
        try {
            while (at < end) {
                int token = in[at++] & 0xff;
                int literals = token >> 4;
                if (literals == 15) {
                    int more;
                    do {
                        more = in[at++] & 0xff;
                        literals += more;
                    } while (more == 255);
                }
                if (literals > limit - to || literals > end - at) {
                    throw new FilterException("the LZ4 data are broken");
                }
                System.arraycopy(in, at, out, to, literals);
                at += literals;
                to += literals;
                if (at >= end) {
                    break;
                }
                int distance = (in[at] & 0xff) | (in[at + 1] & 0xff) << 8;
                at += 2;
                int match = token & 15;
                if (match == 15) {
                    int more;
                    do {
                        more = in[at++] & 0xff;
                        match += more;
                    } while (more == 255);
                }
                match += 4;
                if (distance == 0 || distance > to - start || match > limit - to) {
                    throw new FilterException("the LZ4 data are broken");
                }
                for (int i = 0; i < match; i++, to++) {
                    out[to] = out[to - distance];
                }
            }
        } catch (IndexOutOfBoundsException e) {
            throw new FilterException("the LZ4 data are broken");
        }
        if (to != limit) {
            throw new FilterException("the LZ4 data end too early");
        }
    }

    static long bigEndian(byte[] in, int at, int bytes) throws FilterException {
        if (at > in.length - bytes) {
            throw new FilterException("the compressed data end too early");
        }
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = value << 8 | (in[at + i] & 0xff);
        }
        return value;
    }
}
