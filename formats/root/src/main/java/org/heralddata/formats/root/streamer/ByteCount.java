package org.heralddata.formats.root.streamer;

import org.heralddata.formats.root.file.RootBuffer;
import org.heralddata.formats.root.file.RootFormatException;

/**
 * What stands before an object: how many bytes it takes, and the version of its class ({@code TBufferFile::ReadVersion}).
 *
 * @param end        index in the buffer's array after the object; negative if the object does not say
 * @param version    of the class
 * @param memberwise true if a container holds its elements member by member
 */
public record ByteCount(int end, int version, boolean memberwise) {
    private static final int COUNTED = 0x4000_0000;
    private static final int MEMBERWISE = 1 << 14;

    public static ByteCount read(RootBuffer in) {
        int start = in.at();
        in.need(2);
        if (in.remaining() >= 6) {
            int word = in.i32();
            if ((word & COUNTED) != 0 && word > 0) {
                long end = (long) start + 4 + (word & ~COUNTED);
                if (end > in.end() || end < start + 6) {
                    throw in.broken(
                            "an object of %d bytes where %d are left".formatted(word & ~COUNTED, in.end() - start - 4));
                }
                int version = in.i16();
                return new ByteCount((int) end, version & ~MEMBERWISE, version > 0 && (version & MEMBERWISE) != 0);
            }
            in.seek(start);
        }
        int version = in.i16();
        return new ByteCount(-1, version & ~MEMBERWISE, version > 0 && (version & MEMBERWISE) != 0);
    }

    /** Makes sure that the object was read to its end. */
    public void check(RootBuffer in, String what) {
        if (end >= 0 && in.at() != end) {
            throw in.broken("`%s` ends %d bytes %s what its length says"
                    .formatted(what, Math.abs(end - in.at()), in.at() < end ? "before" : "after"));
        }
    }

    /** Passes the object. */
    public void skip(RootBuffer in, String what) {
        if (end < 0) {
            throw RootFormatException.unsupported(
                    "`%s` is of an unknown class and does not say its length".formatted(what));
        }
        in.seek(end);
    }
}
