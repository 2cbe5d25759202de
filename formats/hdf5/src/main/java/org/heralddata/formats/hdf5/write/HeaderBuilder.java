package org.heralddata.formats.hdf5.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Builds the object header of a group or dataset, version 2 (IV.A.1.b). */
final class HeaderBuilder {
    private final Spool spool;
    private final HeapWriter heap;
    private final Bytes messages = new Bytes();

    HeaderBuilder(Spool spool, HeapWriter heap) {
        this.spool = spool;
        this.heap = heap;
    }

    HeaderBuilder message(int type, byte[] body) {
        if (body.length > 0xffff) {
            throw new IllegalArgumentException("a header message of %d bytes".formatted(body.length));
        }
        messages.u8(type).u16(body.length).u8(0).raw(body);
        return this;
    }

    /** A text attribute, its characters in the heap, so that it may be of any length. */
    HeaderBuilder attribute(String name, String value) throws IOException {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        if (text.length > 0) {
            heap.put(text, text.length);
        }
        byte[] type = ElementType.text().encoding().bytes();
        byte[] space = {2, 0, 0, 0};
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        return message(
                0x0c,
                new Bytes()
                        .u8(3)
                        .u8(0)
                        .u16(nameBytes.length + 1)
                        .u16(type.length)
                        .u16(space.length)
                        .u8(1)
                        .name(name)
                        .raw(type)
                        .raw(space)
                        .u32(text.length)
                        .u64(text.length == 0 ? 0 : heap.address())
                        .u32(text.length == 0 ? 0 : heap.index())
                        .done());
    }

    HeaderBuilder emptyGroup() {
        message(
                0x02,
                new Bytes().u16(0).u64(Bytes.UNDEFINED).u64(Bytes.UNDEFINED).done());
        return message(0x0a, new byte[] {0, 0});
    }

    HeaderBuilder link(String name, long address) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return message(
                0x06,
                new Bytes()
                        .u8(1)
                        .u8(0x11)
                        .u8(1)
                        .u16(bytes.length)
                        .raw(bytes)
                        .u64(address)
                        .done());
    }

    long write() throws IOException {
        byte[] body = messages.done();
        return spool.append(new Bytes()
                .ascii("OHDR")
                .u8(2)
                .u8(2)
                .u32(body.length)
                .raw(body)
                .checksum()
                .done());
    }
}
