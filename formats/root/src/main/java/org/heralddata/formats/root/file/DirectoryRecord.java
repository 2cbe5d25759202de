package org.heralddata.formats.root.file;

import java.util.ArrayList;
import java.util.List;

/**
 * What a directory says of itself ({@code TDirectory}).
 *
 * @param keysSeek   byte of the record that lists its keys; 0 if it has none
 * @param keysLength bytes of that record
 */
record DirectoryRecord(long keysSeek, int keysLength) {
    private static final int LONGEST = 12 + 4 + 4 + 3 * 8;

    static DirectoryRecord read(Source source, long position) {
        long rest = source.length() - position;
        source.check(position, 1);
        RootBuffer in = RootBuffer.of(source.read(position, (int) Math.min(LONGEST, rest)), position, 0);
        int version = in.u16();
        in.skip(8); // dates of creation and change
        int keysLength = in.i32();
        in.skip(4); // fNbytesName
        boolean large = version > 1000;
        in.skip(large ? 16 : 8); // fSeekDir, fSeekParent
        return new DirectoryRecord(large ? in.i64() : in.u32(), keysLength);
    }

    /** Its keys in the file's order; those that were deleted are left out. */
    List<Key> keys(Source source) {
        if (keysSeek == 0 || keysLength == 0) {
            return List.of();
        }
        if (keysLength < 0) {
            throw RootFormatException.broken(keysSeek, "a list of keys of %d bytes".formatted(keysLength));
        }
        RootBuffer in = RootBuffer.of(source.read(keysSeek, keysLength), keysSeek, 0);
        Key head = Key.read(in);
        in.seek(head.keyLength());
        int count = in.count(Key.SMALLEST - 3);
        var keys = new ArrayList<Key>(count);
        for (int i = 0; i < count; i++) {
            Key key = Key.read(in);
            if (!key.name().isEmpty() || !key.className().isEmpty()) {
                keys.add(key);
            }
        }
        return keys;
    }
}
