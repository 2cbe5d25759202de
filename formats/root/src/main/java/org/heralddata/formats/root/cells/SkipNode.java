package org.heralddata.formats.root.cells;

import org.heralddata.formats.root.file.RootBuffer;
import org.heralddata.formats.root.streamer.ByteCount;

/** What is passed over since no column is made of it. */
final class SkipNode extends Node {

    /** How much to pass. */
    enum Kind {
        /** As many bytes as a count before says. */
        COUNTED,
        /** A pointer: an object with its byte count, or a reference of four bytes. */
        POINTER,
        /** A {@code TObject}: version, number, bits. */
        OBJECT
    }

    private static final int COUNT = 0x4000_0000;
    private static final int REFERENCED = 1 << 4;

    private final Kind kind;
    private final String what;

    SkipNode(Kind kind, String what) {
        this.kind = kind;
        this.what = what;
    }

    boolean isObject() {
        return kind == Kind.OBJECT;
    }

    @Override
    public void read(RootBuffer in, int count) {
        for (int i = 0; i < count; i++) {
            switch (kind) {
                case COUNTED -> ByteCount.read(in).skip(in, what);
                case POINTER -> {
                    int word = in.i32();
                    if (word > 0 && (word & COUNT) != 0) {
                        in.skip(word & ~COUNT);
                    } else if (word < 0) {
                        throw in.broken("`%s` does not say its length".formatted(what));
                    }
                }
                case OBJECT -> number(in);
            }
        }
    }

    /** Passes a {@code TObject}, and tells its number. */
    static long number(RootBuffer in) {
        in.skip(2);
        long number = in.u32();
        in.skip((in.i32() & REFERENCED) != 0 ? 2 : 0);
        return number;
    }

    @Override
    int least() {
        return kind == Kind.OBJECT ? 10 : 2;
    }
}
