package org.heralddata.formats.root.cells;

import java.util.List;
import org.heralddata.formats.root.file.RootBuffer;

/** Objects whose own code writes their members one after the other, without header. */
final class PlainNode extends Node {
    private final List<Node> members;

    PlainNode(List<Node> members) {
        this.members = List.copyOf(members);
    }

    @Override
    public void read(RootBuffer in, int count) {
        for (int i = 0; i < count; i++) {
            for (Node member : members) {
                member.read(in, 1);
            }
        }
    }

    @Override
    int least() {
        return members.stream().mapToInt(Node::least).sum();
    }
}
