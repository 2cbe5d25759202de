package org.heralddata.formats.root.cells;

import org.heralddata.formats.root.file.RootBuffer;
import org.heralddata.formats.root.streamer.ByteCount;

/** An array of as many elements as a member before it says. */
final class CountedNode extends Node {

    /** What stands before the elements. */
    enum Before {
        /** For each object a byte that is 0 where there is no array. */
        FLAG,
        /** For all objects together byte count and version. */
        HEADER
    }

    private final Before before;
    private final Node element;
    private final NumberNode counter;
    private final ListNode.Lists lists;

    CountedNode(Before before, Node element, NumberNode counter, ListNode.Lists lists) {
        this.before = before;
        this.element = element;
        this.counter = counter;
        this.lists = lists;
    }

    @Override
    public void read(RootBuffer in, int count) {
        ByteCount head = before == Before.HEADER && count > 0 ? ByteCount.read(in) : null;
        for (int i = 0; i < count; i++) {
            if (head != null || in.u8() != 0) {
                long elements = counter.recent(count, i);
                in.need(elements * Math.max(1, element.least()));
                element.read(in, (int) elements);
            }
            lists.close();
        }
        if (head != null) {
            head.check(in, "loop");
        }
    }

    @Override
    int least() {
        return 1;
    }
}
