package org.heralddata.formats.root.file;

/**
 * The first bytes of a ROOT file.
 *
 * @param version     of ROOT that wrote it, such as 63002 for 6.30/02
 * @param begin       byte of the first record, usually 100
 * @param end         byte after the last record
 * @param nameLength  bytes of the first record before the top directory begins
 * @param compression setting for new objects: algorithm times 100 and level; each object says its own
 * @param infoSeek    byte of the record of streamer information; 0 if there is none
 * @param infoLength  bytes of that record
 */
public record FileHeader(
        int version, long begin, long end, int nameLength, int compression, long infoSeek, int infoLength) {

    /** Bytes that hold it, at most. */
    static final int LENGTH = 75;

    private static final int LARGE = 1_000_000;

    static FileHeader read(Source source) {
        byte[] bytes = source.read(0, (int) Math.min(LENGTH, source.length()));
        RootBuffer in = RootBuffer.of(bytes, 0, 0);
        if (bytes.length < 4 || in.i32() != 0x726f6f74) {
            throw RootFormatException.broken(0, "it does not begin with `root`");
        }
        if (bytes.length < LENGTH) {
            throw RootFormatException.truncated(bytes.length, "the header ends after %d bytes".formatted(bytes.length));
        }
        int version = in.i32();
        boolean large = version >= LARGE;
        long begin = in.u32();
        long end = large ? in.i64() : in.u32();
        in.skip(large ? 8 : 4); // fSeekFree
        in.skip(8); // fNbytesFree, nfree
        int nameLength = in.i32();
        in.skip(1); // fUnits
        int compression = in.i32();
        long infoSeek = large ? in.i64() : in.u32();
        int infoLength = in.i32();
        if (begin < LENGTH - 11 || begin > end || nameLength < 0) {
            throw RootFormatException.broken(8, "its header contradicts itself");
        }
        if (end > source.length()) {
            throw RootFormatException.truncated(
                    source.length(), "the file ends at byte %d of %d".formatted(source.length(), end));
        }
        return new FileHeader(
                large ? version - LARGE : version, begin, end, nameLength, compression, infoSeek, infoLength);
    }

    /** The version of ROOT as people write it, such as {@code 6.30/02}. */
    public String release() {
        return "%d.%02d/%02d".formatted(version / 10_000, version / 100 % 100, version % 100);
    }
}
