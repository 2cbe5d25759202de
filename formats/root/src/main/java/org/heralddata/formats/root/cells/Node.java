package org.heralddata.formats.root.cells;

import org.heralddata.formats.root.file.RootBuffer;

/** Decodes values of one type into the cells of their columns. Made for one cursor. */
public abstract class Node {

    /** Decodes values that stand one after the other, each with all its parts. */
    public abstract void read(RootBuffer in, int count);

    /** Decodes the same member of several objects, as split branches and containers kept member by member have it. */
    void readMember(RootBuffer in, int count) {
        read(in, count);
    }

    /** Decodes the same member of as many objects as there are up to an index, and says of how many. */
    public int readMembersUpTo(RootBuffer in, int end) {
        int count = 0;
        while (in.at() < end) {
            int before = in.at();
            readMember(in, 1);
            count++;
            if (in.at() == before) {
                throw in.broken("a list of elements without bytes");
            }
        }
        return count;
    }

    /** Bytes of one value if all have the same number; 0 if not. */
    public int width() {
        return 0;
    }

    /** Bytes of the smallest value, at least; may be 0. */
    int least() {
        return width();
    }
}
