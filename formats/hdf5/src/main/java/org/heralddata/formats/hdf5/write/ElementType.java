package org.heralddata.formats.hdf5.write;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.heralddata.model.table.ColumnType;

/**
 * How an element lies in the file.
 *
 * @param size bytes
 */
record ElementType(int size, Encoding encoding) {

    /** Makes the datatype message. */
    interface Encoding {
        byte[] bytes();
    }

    /** Length, address, number of the object. */
    static final int POINTER = 16;

    static ElementType of(ColumnType type) {
        return switch (type) {
            case BOOL -> bool();
            case INT8 -> integer(1, true);
            case INT16 -> integer(2, true);
            case INT32 -> integer(4, true);
            case INT64, TIMESTAMP -> integer(8, true);
            case UINT8 -> integer(1, false);
            case UINT16 -> integer(2, false);
            case UINT32 -> integer(4, false);
            case UINT64 -> integer(8, false);
            case FLOAT32 -> floating(4, 8, 23, 127);
            case FLOAT64 -> floating(8, 11, 52, 1023);
            case STRING -> text();
            case BYTES -> integer(1, false).sequence();
        };
    }

    ElementType sequence() {
        return new ElementType(
                POINTER,
                () -> new Bytes()
                        .u8(0x19)
                        .u8(0)
                        .u16(0)
                        .u32(POINTER)
                        .raw(encoding.bytes())
                        .done());
    }

    /**
     * A member of a compound.
     *
     * @param offset bytes before it
     */
    record Part(String name, int offset, ElementType type) {}

    /** Class 6 of datatypes, version 3. */
    static ElementType compound(int size, List<Part> parts) {
        int offsetBytes = Math.max(1, (Integer.SIZE - Integer.numberOfLeadingZeros(size) + 7) / 8);
        return new ElementType(size, () -> {
            var bytes = new Bytes().u8(0x36).u16(parts.size()).u8(0).u32(size);
            for (Part part : parts) {
                bytes.name(part.name());
                for (int i = 0; i < offsetBytes; i++) {
                    bytes.u8(part.offset() >> (8 * i));
                }
                bytes.raw(part.type().encoding().bytes());
            }
            return bytes.done();
        });
    }

    /** Class 10 of datatypes, version 3; itself if there are no dimensions. */
    ElementType array(List<Integer> sizes) {
        if (sizes.isEmpty()) {
            return this;
        }
        int all = sizes.stream().reduce(size, Math::multiplyExact);
        return new ElementType(all, () -> {
            var bytes = new Bytes().u8(0x3a).u8(0).u16(0).u32(all).u8(sizes.size());
            sizes.forEach(bytes::u32);
            return bytes.raw(encoding.bytes()).done();
        });
    }

    /** A string of fixed size, UTF-8, padded by zero bytes. */
    static ElementType text(int bytes) {
        return new ElementType(
                bytes, () -> new Bytes().u8(0x13).u8(0x11).u16(0).u32(bytes).done());
    }

    /** A string of variable length, UTF-8. */
    static ElementType text() {
        return new ElementType(
                POINTER,
                () -> new Bytes()
                        .u8(0x19)
                        .u8(1)
                        .u16(1)
                        .u32(POINTER)
                        .raw(integer(1, false).encoding.bytes())
                        .done());
    }

    private static ElementType integer(int size, boolean signed) {
        return new ElementType(
                size,
                () -> new Bytes()
                        .u8(0x10)
                        .u8(signed ? 8 : 0)
                        .u16(0)
                        .u32(size)
                        .u16(0)
                        .u16(8 * size)
                        .done());
    }

    private static ElementType floating(int size, int exponent, int mantissa, int bias) {
        return new ElementType(
                size,
                () -> new Bytes()
                        .u8(0x11)
                        .u8(0x20)
                        .u16(8 * size - 1)
                        .u32(size)
                        .u16(0)
                        .u16(8 * size)
                        .u8(mantissa)
                        .u8(exponent)
                        .u8(0)
                        .u8(mantissa)
                        .u32(bias)
                        .done());
    }

    /** h5py's booleans. */
    private static ElementType bool() {
        return new ElementType(
                1,
                () -> new Bytes()
                        .u8(0x38)
                        .u16(2)
                        .u8(0)
                        .u32(1)
                        .raw(integer(1, true).encoding.bytes())
                        .raw("FALSE\0TRUE\0".getBytes(StandardCharsets.US_ASCII))
                        .u8(0)
                        .u8(1)
                        .done());
    }
}
