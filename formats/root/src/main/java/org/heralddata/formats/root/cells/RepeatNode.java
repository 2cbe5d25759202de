package org.heralddata.formats.root.cells;

import org.heralddata.formats.root.file.RootBuffer;

/** Fixed arrays: so many elements one after the other. */
final class RepeatNode extends Node {
    private final Node element;
    private final int times;

    RepeatNode(Node element, int times) {
        this.element = element;
        this.times = times;
    }

    @Override
    public void read(RootBuffer in, int count) {
        in.need((long) count * times * Math.max(1, element.least()));
        element.read(in, count * times);
    }

    @Override
    void readMember(RootBuffer in, int count) {
        in.need((long) count * times * Math.max(1, element.least()));
        element.readMember(in, count * times);
    }

    @Override
    public int width() {
        return (int) Math.min(Integer.MAX_VALUE, (long) element.width() * times);
    }

    @Override
    int least() {
        return (int) Math.min(Integer.MAX_VALUE, (long) element.least() * times);
    }
}
