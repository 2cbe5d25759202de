package org.heralddata.formats.root.ntuple;

import com.dynatrace.hash4j.hashing.Hashing;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.heralddata.formats.root.file.RootFormatException;

/**
 * A checked block of metadata (section "Envelopes").
 *
 * @param checksum of the bytes before it, XXH3 of 64 bits
 * @param content  what lies between its head and its checksum
 */
record Envelope(long checksum, Frames content) {
    static final int HEADER = 1;
    static final int FOOTER = 2;
    static final int PAGE_LIST = 3;

    private static final int AROUND = 16;
    private static final long LONGEST = 256L << 20;

    /** @param length bytes after decompression */
    static Envelope read(PageSource source, int type, Extent extent, long length) {
        if (length > LONGEST) {
            throw RootFormatException.unsupported("metadata of %d bytes in one piece".formatted(length));
        }
        if (length < AROUND || extent.size() < 0 || extent.size() > length) {
            throw RootFormatException.broken(
                    extent.offset(), "metadata of %d bytes stored as %d".formatted(length, extent.size()));
        }
        byte[] bytes = source.read(extent, (int) length);
        var raw = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long head = raw.getLong(0);
        long checksum = raw.getLong(bytes.length - 8);
        if ((head & 0xffff) != type || head >>> 16 != length) {
            throw RootFormatException.broken(
                    extent.offset(), "an envelope of type %d and %d bytes should begin here".formatted(type, length));
        }
        if (Hashing.xxh3_64().hashBytesToLong(bytes, 0, bytes.length - 8) != checksum) {
            throw RootFormatException.broken(extent.offset(), "the checksum of an envelope does not match");
        }
        return new Envelope(checksum, Frames.of(bytes, 8, bytes.length - 8, extent.offset()));
    }

    /** Passes the feature flags; none is defined, so that any refuses the reader. */
    static void passFeatures(Frames in) {
        long flags;
        do {
            flags = in.i64();
            if ((flags & Long.MAX_VALUE) != 0) {
                throw RootFormatException.unsupported("features %x of RNTuple".formatted(flags));
            }
        } while (flags < 0);
    }
}
