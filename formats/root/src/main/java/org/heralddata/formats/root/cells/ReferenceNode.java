package org.heralddata.formats.root.cells;

import org.heralddata.formats.root.file.RootBuffer;
import org.heralddata.formats.root.streamer.ByteCount;
import org.jspecify.annotations.Nullable;

/**
 * References to other objects, by the number that {@code TObject::fUniqueID} of these holds: one ({@code TRef}) or several
 * ({@code TRefArray}). Both are written by code of their own.
 *
 * @see <a href="https://root.cern.ch/doc/master/classTRefArray.html">TRefArray</a>
 */
final class ReferenceNode extends Node {
    private final Cells cells;
    private final ListNode.@Nullable Lists lists;

    /** @param lists what ends with each array; null for single references */
    ReferenceNode(Cells cells, ListNode.@Nullable Lists lists) {
        this.cells = cells;
        this.lists = lists;
    }

    @Override
    public void read(RootBuffer in, int count) {
        for (int i = 0; i < count; i++) {
            if (lists == null) {
                cells.add(SkipNode.number(in));
                in.skip(2); // the number of a process
            } else {
                array(in);
                lists.close();
            }
        }
    }

    private void array(RootBuffer in) {
        ByteCount head = ByteCount.read(in);
        SkipNode.number(in);
        in.skip(in.stringLength()); // fName
        int references = in.i32();
        in.skip(6); // fLowerBound, the number of a process
        in.need(4L * references);
        for (int i = 0; i < references; i++) {
            cells.add(in.u32());
        }
        head.check(in, "TRefArray");
    }

    @Override
    int least() {
        return 12;
    }
}
