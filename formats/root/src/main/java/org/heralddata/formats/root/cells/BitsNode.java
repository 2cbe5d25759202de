package org.heralddata.formats.root.cells;

import org.heralddata.formats.root.file.RootBuffer;

/** {@code TObject::fBits}: 32 bits, and two bytes more where the object is referred to. */
final class BitsNode extends Node {
    private static final int REFERENCED = 1 << 4;

    private final Cells cells;

    BitsNode(Cells cells) {
        this.cells = cells;
    }

    @Override
    public void read(RootBuffer in, int count) {
        for (int i = 0; i < count; i++) {
            long bits = in.u32();
            cells.add(bits);
            in.skip((bits & REFERENCED) != 0 ? 2 : 0);
        }
    }

    @Override
    int least() {
        return 4;
    }
}
