package org.heralddata.formats.eventio;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The content of an object, read from its beginning. What it does not have is refused with the byte. */
final class Payload {
    private final ByteBuffer bytes;
    private final Header header;
    private final Place place;

    Payload(byte[] content, Header header, Place place) {
        this.bytes = ByteBuffer.wrap(content).order(header.order());
        this.header = header;
        this.place = place;
    }

    int left() {
        return bytes.remaining();
    }

    byte i1() {
        need(1);
        return bytes.get();
    }

    short i2() {
        need(2);
        return bytes.getShort();
    }

    int i4() {
        need(4);
        return bytes.getInt();
    }

    float f2() {
        return Float.float16ToFloat(i2());
    }

    float f4() {
        need(4);
        return bytes.getFloat();
    }

    double f8() {
        need(8);
        return bytes.getDouble();
    }

    /** A number whose first byte says by its leading ones how many bytes follow: 1 to 9 bytes in all. */
    long unsigned() {
        int first = i1() & 0xff;
        int more = Integer.numberOfLeadingZeros(~(first << 24));
        need(more);
        long value = more >= 7 ? 0 : first & (0x7f >> more);
        for (int i = 0; i < more; i++) {
            value = (value << 8) | (bytes.get() & 0xff);
        }
        return value;
    }

    /** 0, 1, 2, 3, 4 stand for 0, -1, 1, -2, 2. */
    long signed() {
        long value = unsigned();
        return (value & 1) == 1 ? -(value >>> 1) - 1 : value >>> 1;
    }

    /** A string after its length. */
    String text(long length) {
        checkCount(length, 1);
        byte[] text = new byte[(int) length];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** Checks that so many elements of at least so many bytes are there, before memory is taken for them. */
    int checkCount(long count, int leastBytes) {
        if (count < 0 || count > bytes.remaining() / leastBytes) {
            throw broken("it claims %d elements where %d bytes are left".formatted(count, bytes.remaining()));
        }
        return (int) count;
    }

    RuntimeException broken(String why) {
        return place.refusal(
                EventioCode.BROKEN,
                header.offset() + bytes.position(),
                "an object of type %d, version %d is broken: %s".formatted(header.type(), header.version(), why));
    }

    private void need(int length) {
        if (bytes.remaining() < length) {
            throw broken("it ends early");
        }
    }
}
