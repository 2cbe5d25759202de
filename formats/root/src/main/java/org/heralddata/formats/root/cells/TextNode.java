package org.heralddata.formats.root.cells;

import org.heralddata.formats.root.file.RootBuffer;

/** Strings with their length before them. */
final class TextNode extends Node {
    private final Cells cells;
    private final boolean stl;
    private final boolean wide;

    /**
     * @param stl  true of {@code std::string}
     * @param wide true if the length has four bytes
     */
    TextNode(Cells cells, boolean stl, boolean wide) {
        this.cells = cells;
        this.stl = stl;
        this.wide = wide;
    }

    @Override
    public void read(RootBuffer in, int count) {
        for (int i = 0; i < count; i++) {
            int length = wide ? in.count(1) : in.stringLength();
            int from = in.at();
            in.skip(length);
            cells.add(RootBuffer.text(in.array(), from, length));
        }
    }

    boolean isStl() {
        return stl;
    }

    @Override
    int least() {
        return wide ? 4 : 1;
    }
}
