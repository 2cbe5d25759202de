package org.heralddata.formats.root.write;

import java.util.Arrays;

/** Where the baskets of a branch are in the file. */
final class BranchBaskets {

    /** Room that even an empty branch tells of, as ROOT does. */
    private static final int LEAST_ROOM = 10;

    private final String name;
    private int count;
    private long[] addresses = new long[LEAST_ROOM];
    private long[] firsts = new long[LEAST_ROOM];
    private int[] sizes = new int[LEAST_ROOM];
    private long entries;
    private long bytes;
    private long stored;

    BranchBaskets(String name) {
        this.name = name;
    }

    /** Of the branch. */
    String name() {
        return name;
    }

    int count() {
        return count;
    }

    long bytes() {
        return bytes;
    }

    long stored() {
        return stored;
    }

    void add(long address, int size, int whole, int added) {
        if (count + 1 >= addresses.length) {
            addresses = Arrays.copyOf(addresses, 2 * addresses.length);
            firsts = Arrays.copyOf(firsts, 2 * firsts.length);
            sizes = Arrays.copyOf(sizes, 2 * sizes.length);
        }
        addresses[count] = address;
        firsts[count] = entries;
        sizes[count] = size;
        count++;
        entries += added;
        firsts[count] = entries;
        bytes += whole;
        stored += size;
    }

    /** Sets the members of a TBranch that tell of its baskets. */
    void tell(StoredObject branch) {
        int room = Math.max(LEAST_ROOM, count + 1);
        branch.set("fWriteBasket", count)
                .set("fEntryNumber", entries)
                .set("fEntries", entries)
                .set("fMaxBaskets", room)
                .set("fTotBytes", bytes)
                .set("fZipBytes", stored)
                .set("fBasketBytes", Arrays.copyOf(sizes, room))
                .set("fBasketEntry", Arrays.copyOf(firsts, room))
                .set("fBasketSeek", Arrays.copyOf(addresses, room));
    }
}
