package org.heralddata.formats.root.cells;

import org.heralddata.formats.root.file.RootBuffer;
import org.heralddata.formats.root.file.RootFormatException;
import org.heralddata.formats.root.streamer.ByteCount;

/** A container or string with byte count and version before it. */
final class HeadedNode extends Node {
    private final Node content;
    private final String what;

    HeadedNode(Node content, String what) {
        this.content = content;
        this.what = what;
    }

    /** What stands within a pair kept member by member has a header where it is a container or string. */
    static Node asMember(Node node) {
        boolean headed = node instanceof Memberwise || (node instanceof TextNode text && text.isStl());
        return headed ? new HeadedNode(node, "pair") : node;
    }

    @Override
    public void read(RootBuffer in, int count) {
        for (int i = 0; i < count; i++) {
            readMember(in, 1);
        }
    }

    /** One header stands before all. */
    @Override
    void readMember(RootBuffer in, int count) {
        ByteCount head = ByteCount.read(in);
        body(in, head, count);
        head.check(in, what);
    }

    private void body(RootBuffer in, ByteCount head, int count) {
        if (!head.memberwise()) {
            content.read(in, count);
        } else {
            Memberwise lists = lists();
            lists.passVersion(in);
            for (int i = 0; i < count; i++) {
                lists.readMemberwise(in);
            }
        }
    }

    private Memberwise lists() {
        if (content instanceof Memberwise lists) {
            return lists;
        }
        throw RootFormatException.unsupported("`%s` kept member by member".formatted(what));
    }

    @Override
    public int readMembersUpTo(RootBuffer in, int end) {
        if (in.at() == end) {
            return 0;
        }
        ByteCount head = ByteCount.read(in);
        int count = 0;
        if (head.memberwise()) {
            lists().passVersion(in);
        }
        while (in.at() < end) {
            if (head.memberwise()) {
                lists().readMemberwise(in);
            } else {
                content.read(in, 1);
            }
            count++;
        }
        head.check(in, what);
        return count;
    }

    @Override
    int least() {
        return 2 + content.least();
    }
}
