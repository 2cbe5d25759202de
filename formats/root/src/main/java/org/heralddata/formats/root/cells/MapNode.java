package org.heralddata.formats.root.cells;

import org.heralddata.formats.root.file.RootBuffer;

/** STL maps: a count and so many keys with their values. */
final class MapNode extends Node implements Memberwise {
    private final Node key;
    private final Node value;
    private final ListNode.Lists lists;

    MapNode(Node key, Node value, ListNode.Lists lists) {
        this.key = key;
        this.value = value;
        this.lists = lists;
    }

    @Override
    public void read(RootBuffer in, int count) {
        for (int i = 0; i < count; i++) {
            int pairs = in.count(Math.max(1, key.least() + value.least()));
            for (int p = 0; p < pairs; p++) {
                key.read(in, 1);
                value.read(in, 1);
            }
            lists.close();
        }
    }

    @Override
    public void passVersion(RootBuffer in) {
        if (in.i16() <= 0) {
            in.skip(4); // checksum of the pair's class
        }
    }

    @Override
    public void readMemberwise(RootBuffer in) {
        int pairs = in.count(Math.max(1, key.least() + value.least()));
        if (pairs > 0) {
            HeadedNode.asMember(key).readMember(in, pairs);
            HeadedNode.asMember(value).readMember(in, pairs);
        }
        lists.close();
    }

    @Override
    int least() {
        return 4;
    }
}
