package org.heralddata.formats.root.ntuple.write;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Little-endian bytes put one after the other, with frames around some of them. */
final class Little {
    private static final int BEGINNING = 256;

    private ByteBuffer bytes = ByteBuffer.allocate(BEGINNING).order(ByteOrder.LITTLE_ENDIAN);

    private ByteBuffer room(int count) {
        if (bytes.remaining() < count) {
            int size = Math.addExact(bytes.position(), count);
            bytes = ByteBuffer.wrap(Arrays.copyOf(bytes.array(), (int) Math.min(Integer.MAX_VALUE - 8L, 2L * size)))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .position(bytes.position());
        }
        return bytes;
    }

    Little u16(int value) {
        room(2).putShort((short) value);
        return this;
    }

    Little u32(int value) {
        room(4).putInt(value);
        return this;
    }

    Little u64(long value) {
        room(8).putLong(value);
        return this;
    }

    Little string(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        u32(utf8.length);
        room(utf8.length).put(utf8);
        return this;
    }

    /** A place of bytes in the file. */
    Little locator(long offset, int size) {
        return u32(size).u64(offset);
    }

    int length() {
        return bytes.position();
    }

    /** Begins a record frame; gives what {@link #end} wants. */
    int record() {
        int at = length();
        u64(0);
        return at;
    }

    void end(int record) {
        bytes.putLong(record, (long) length() - record);
    }

    /** Begins a list frame; gives what {@link #endList} wants. */
    int list(int items) {
        int at = length();
        u64(0).u32(items);
        return at;
    }

    void endList(int list) {
        bytes.putLong(list, (long) list - length());
    }

    /** The bytes so far with the head and the checksum of an envelope. */
    byte[] envelope(int type) {
        int size = length() + 16;
        byte[] whole = new byte[size];
        var out = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
        out.putLong(((long) size << 16) | type).put(bytes.array(), 0, length());
        out.putLong(Checksums.of(whole, size - 8));
        return whole;
    }
}
