package org.heralddata.formats.root.file;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Decompresses the blocks that an object is stored as: two letters, a method, three bytes each of both lengths. */
final class Payload {
    private static final int HEAD = 9;

    private Payload() {}

    /**
     * @param place byte of the file at which the blocks begin
     */
    static byte[] expand(byte[] raw, int length, long place) {
        check(raw, length, place);
        byte[] whole = new byte[length];
        int done = 0;
        for (int at = 0; done < length; ) {
            int stored = size(raw, at + 3);
            int size = size(raw, at + 6);
            if (raw[at] != 'Z' || raw[at + 1] != 'L') {
                throw RootFormatException.unsupported("compression `%c%c`".formatted(raw[at], raw[at + 1]));
            }
            inflate(raw, at + HEAD, stored, whole, done, size, place + at);
            at += HEAD + stored;
            done += size;
        }
        return whole;
    }

    private static void check(byte[] raw, int length, long place) {
        long promised = 0;
        for (long at = 0; promised < length; ) {
            if (at + HEAD > raw.length) {
                throw RootFormatException.broken(
                        place, "its compressed blocks hold %d of %d bytes".formatted(promised, length));
            }
            int stored = size(raw, (int) at + 3);
            promised += size(raw, (int) at + 6);
            at += HEAD + (long) stored;
            if (at > raw.length || promised > length) {
                throw RootFormatException.broken(place, "its compressed blocks are longer than it");
            }
        }
    }

    private static int size(byte[] raw, int at) {
        return (raw[at] & 0xff) | (raw[at + 1] & 0xff) << 8 | (raw[at + 2] & 0xff) << 16;
    }

    private static void inflate(byte[] raw, int from, int stored, byte[] into, int at, int size, long place) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(raw, from, stored);
            int done = 0;
            while (done < size) {
                int count = inflater.inflate(into, at + done, size - done);
                if (count == 0) {
                    throw RootFormatException.broken(place, "a compressed block ends too early");
                }
                done += count;
            }
        } catch (DataFormatException e) {
            throw RootFormatException.broken(place, "a compressed block does not decompress");
        } finally {
            inflater.end();
        }
    }
}
