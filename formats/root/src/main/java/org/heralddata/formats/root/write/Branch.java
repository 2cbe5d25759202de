package org.heralddata.formats.root.write;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** One branch: entries in, baskets out. */
final class Branch {
    private static final int FILL_STYLE = 1001;
    private static final int OFFSETS = 1000;
    private static final int WHOLE = 99;

    private final BasketStore store;
    private final BranchBaskets baskets;
    private final int basketBytes;
    private final int perEntry;
    private final RootBytes bytes;
    private int[] starts = new int[0];
    private int entries;

    /**
     * @param perEntry    bytes of an entry; 0 if entries differ
     * @param basketBytes at which a basket is full
     */
    Branch(String name, int perEntry, BasketStore store, int basketBytes) {
        this.store = store;
        this.perEntry = perEntry;
        this.basketBytes = basketBytes;
        baskets = new BranchBaskets(name);
        bytes = new RootBytes(Math.min(basketBytes, 4096));
    }

    String name() {
        return baskets.name();
    }

    long entriesBytes() {
        return baskets.bytes();
    }

    long storedBytes() {
        return baskets.stored();
    }

    /** Where entries go. */
    RootBytes bytes() {
        return bytes;
    }

    /** Entries of {@link #perEntry} bytes that fit before the basket is full, at least 1. */
    int room() {
        return Math.max(1, (basketBytes - bytes.length()) / Math.max(1, perEntry));
    }

    /** The next entry begins here; for entries that differ. */
    void begin() {
        if (entries == starts.length) {
            starts = Arrays.copyOf(starts, Math.max(256, 2 * entries));
        }
        starts[entries] = bytes.length();
    }

    /** So many entries are in place. */
    void advance(int count) throws IOException {
        entries += count;
        if (bytes.length() >= basketBytes || entries >= basketBytes) {
            flush();
        }
    }

    /** Ends the basket in hand. */
    void flush() throws IOException {
        if (entries == 0) {
            return;
        }
        int border = bytes.length();
        if (perEntry == 0) {
            int keyLength = store.keyLength(name());
            bytes.u32(entries + 1);
            int at = bytes.claim(4 * entries);
            for (int i = 0; i < entries; i++) {
                bytes.put32(at + 4 * i, starts[i] + keyLength);
            }
            bytes.u32(0);
        }
        int count = bytes.length();
        int told = perEntry == 0 ? Math.max(OFFSETS, entries + 1) : perEntry;
        store.add(baskets, new Basket(bytes.handOver(count + count / 16), count, border, entries, told));
        entries = 0;
    }

    /** The TBranch. */
    StoredObject stored(String title, StoredObject leaf) {
        return told(StoredObject.named(Classes.BRANCH, name(), title), leaf);
    }

    /** The TBranchElement of entries of a class of the standard library. */
    StoredObject stored(String title, StoredObject leaf, ClassInfo type) {
        return told(StoredObject.named(Classes.BRANCH_ELEMENT, name(), title), leaf)
                .set("fSplitLevel", WHOLE)
                .set("fClassName", type.name())
                .set("fCheckSum", type.checksum())
                .set("fClassVersion", type.version())
                .set("fID", -1)
                .set("fStreamerType", -1);
    }

    private StoredObject told(StoredObject branch, StoredObject leaf) {
        baskets.tell(branch);
        return branch.set("fFillStyle", FILL_STYLE)
                .set("fCompress", store.setting())
                .set("fBasketSize", basketBytes)
                .set("fEntryOffsetLen", perEntry == 0 ? OFFSETS : 0)
                .set("fLeaves", StoredObject.array(List.of(leaf)));
    }
}
