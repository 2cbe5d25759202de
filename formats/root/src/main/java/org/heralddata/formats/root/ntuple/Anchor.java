package org.heralddata.formats.root.ntuple;

import com.dynatrace.hash4j.hashing.Hashing;
import org.heralddata.formats.root.file.RootBuffer;
import org.heralddata.formats.root.file.RootFormatException;

/**
 * The object {@code ROOT::RNTuple} of a file: where header and footer lie (section "Anchor schema"). Big-endian, as objects
 * of a ROOT file are.
 *
 * @param version epoch, major, minor and patch, with dots
 */
record Anchor(String version, Extent header, long headerLength, Extent footer, long footerLength, long maxKeySize) {
    /** Class of the object. */
    static final String CLASS = "ROOT::RNTuple";

    private static final int BYTE_COUNT_AND_VERSION = 6;
    private static final int FIELDS = 4 * 2 + 7 * 8;

    static Anchor read(RootBuffer in) {
        in.need(BYTE_COUNT_AND_VERSION + FIELDS + 8);
        int from = in.at() + BYTE_COUNT_AND_VERSION;
        int checked = in.remaining() - BYTE_COUNT_AND_VERSION - 8;
        in.skip(BYTE_COUNT_AND_VERSION);
        int epoch = in.u16();
        String version = "%d.%d.%d.%d".formatted(epoch, in.u16(), in.u16(), in.u16());
        if (epoch != 1) {
            throw RootFormatException.unsupported("version %s of RNTuple".formatted(version));
        }
        var anchor = new Anchor(version, extent(in), in.i64(), extent(in), in.i64(), in.i64());
        byte[] bytes = in.array();
        in.skip(checked - FIELDS);
        if (Hashing.xxh3_64().hashBytesToLong(bytes, from, checked) != in.i64()) {
            throw in.broken("the checksum of the anchor does not match");
        }
        return anchor;
    }

    private static Extent extent(RootBuffer in) {
        long offset = in.i64();
        return new Extent(offset, in.i64());
    }
}
