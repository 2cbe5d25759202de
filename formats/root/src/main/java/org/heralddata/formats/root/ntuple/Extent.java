package org.heralddata.formats.root.ntuple;

import org.heralddata.formats.root.file.RootFormatException;

/**
 * Bytes of the file, compressed or not (section "Locators and Envelope Links").
 *
 * @param offset from the start of the file
 * @param size   bytes; not yet compared with the file
 */
record Extent(long offset, long size) {
    private static final int LARGE = 1;

    static Extent read(Frames in) {
        int size = in.i32();
        if (size >= 0) {
            return new Extent(in.i64(), size);
        }
        int length = size & 0xffff;
        int type = Math.abs(size >> 24);
        if (type != LARGE || length < 4 + 16) {
            throw RootFormatException.unsupported("a place of type %d outside the file".formatted(type));
        }
        long bytes = in.i64();
        long offset = in.i64();
        in.skip(length - 4 - 16);
        return new Extent(offset, bytes);
    }
}
