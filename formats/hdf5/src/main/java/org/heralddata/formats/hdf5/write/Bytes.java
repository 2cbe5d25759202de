package org.heralddata.formats.hdf5.write;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.heralddata.formats.hdf5.file.Lookup3;

/** Little-endian bytes put one after the other. */
final class Bytes {
    /** The address of nothing. */
    static final long UNDEFINED = -1;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Bytes u8(int value) {
        out.write(value);
        return this;
    }

    Bytes u16(int value) {
        return number(value, 2);
    }

    Bytes u32(long value) {
        return number(value, 4);
    }

    Bytes u64(long value) {
        return number(value, 8);
    }

    private Bytes number(long value, int size) {
        for (int i = 0; i < size; i++) {
            out.write((int) (value >> (8 * i)));
        }
        return this;
    }

    Bytes raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    Bytes ascii(String text) {
        return raw(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** UTF-8, closed by a zero byte. */
    Bytes name(String text) {
        return raw(text.getBytes(StandardCharsets.UTF_8)).u8(0);
    }

    /** The checksum of all so far. */
    Bytes checksum() {
        byte[] bytes = out.toByteArray();
        return u32(Lookup3.hash(bytes, 0, bytes.length));
    }

    byte[] done() {
        return out.toByteArray();
    }
}
