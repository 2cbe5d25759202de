package org.heralddata.formats.root.streamer;

import org.heralddata.formats.root.file.Key;
import org.heralddata.formats.root.file.RootBuffer;

/**
 * A piece of a branch's data kept within the tree ({@code TBasket}), or the head of one kept beside it.
 *
 * @param entries rows
 * @param border  bytes of data, entry offsets not counted
 * @param offsets where each row begins in {@code data}; empty if all rows are of one size or sizes follow from elsewhere
 * @param data    {@code border} bytes, or none if they are not here
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as they are in the file, shared without copying
public record EmbeddedBasket(int entries, int border, int[] offsets, byte[] data) {
    private static final int NO_OFFSETS_NEEDED = 80;

    /** Reads {@code TBasket::Streamer}'s layout as it stands within a tree. */
    static EmbeddedBasket read(RootBuffer in) {
        Key key = Key.read(in);
        Head head = Head.read(in);
        int flag = head.flag >= NO_OFFSETS_NEEDED ? head.flag - NO_OFFSETS_NEEDED : head.flag;
        int[] offsets = new int[0];
        if (head.flag < NO_OFFSETS_NEEDED && flag != 0 && flag % 10 != 2) {
            if (head.entries > 0) {
                offsets = offsets(in, key.keyLength(), head, flag);
            }
            if (flag > 40) {
                in.skip(4 * in.count(4)); // displacements, for references within the data
            }
        }
        int border = Math.max(0, head.last - key.keyLength());
        byte[] data = new byte[0];
        if (flag == 1 || flag > 10) {
            int held = head.version > 1 ? head.last : in.count(1);
            in.skip(Math.min(key.keyLength(), held));
            data = in.take(Math.max(0, held - key.keyLength()));
        }
        return new EmbeddedBasket(head.entries, border, offsets, data);
    }

    private static int[] offsets(RootBuffer in, int keyLength, Head head, int flag) {
        int count = in.count(4);
        int[] offsets = new int[Math.min(count, head.entries)];
        for (int i = 0; i < count; i++) {
            int offset = in.i32();
            if (i < offsets.length) {
                offsets[i] = (flag > 20 && flag < 40 ? offset & 0xff_ffff : offset) - keyLength;
            }
        }
        return offsets;
    }

    /**
     * The fields of a basket after its key.
     *
     * @param last byte of the data's end, counted from the key's beginning
     * @param flag what follows: offsets, data
     */
    public record Head(int version, int entrySize, int entries, int last, int flag) {

        public static Head read(RootBuffer in) {
            int version = in.i16();
            in.skip(4); // fBufferSize
            int entrySize = in.i32();
            if (entrySize < 0) {
                entrySize = -entrySize;
                in.skip(1); // features of input and output
            }
            int entries = in.i32();
            int last = in.i32();
            int flag = in.u8();
            if (entries < 0 || last < 0) {
                throw in.broken("a basket of %d entries that ends at byte %d".formatted(entries, last));
            }
            return new Head(version, entrySize, entries, last, flag);
        }
    }
}
