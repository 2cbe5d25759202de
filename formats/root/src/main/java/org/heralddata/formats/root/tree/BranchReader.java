package org.heralddata.formats.root.tree;

import java.util.List;
import org.heralddata.formats.root.file.RootFormatException;
import org.jspecify.annotations.Nullable;

/** Reads the entries of one branch from first to last. For one thread. */
final class BranchReader {
    private final Branch branch;
    private final BranchDecoder decoder;
    private final List<Basket> baskets;
    private final BasketLoader loader;
    private final ReadAhead ahead;
    private final @Nullable EntryCounts counts;
    private ReadAhead.@Nullable Ahead coming;
    private @Nullable BasketData current;
    private int next;
    private int at;

    /** @param counts where the sizes of entries come from if baskets do not tell; null if they must */
    BranchReader(
            Branch branch, BranchDecoder decoder, BasketLoader loader, ReadAhead ahead, @Nullable EntryCounts counts) {
        this.branch = branch;
        this.decoder = decoder;
        this.loader = loader;
        this.ahead = ahead;
        this.counts = counts;
        baskets = Baskets.of(branch.stored());
        advance();
    }

    BranchDecoder decoder() {
        return decoder;
    }

    /** Decodes the next entries, as many as asked. */
    void read(int rows) {
        try {
            for (int left = rows; left > 0; ) {
                BasketData data = current;
                if (data == null || at == data.basket().entries()) {
                    data = load();
                }
                int count = Math.min(left, data.basket().entries() - at);
                decoder.decode(data, at, count);
                at += count;
                left -= count;
            }
        } catch (RootFormatException e) {
            throw e.within(branch.path());
        }
    }

    private BasketData load() {
        current = null; // so that it can be freed before the next is there
        ReadAhead.Ahead taken = coming;
        if (taken == null) {
            throw RootFormatException.broken(-1, "its baskets end too early");
        }
        BasketData data;
        try {
            data = taken.take();
        } finally {
            ahead.end(taken);
            coming = null;
        }
        advance();
        if (data.offsets() == null && decoder.needsOffsets() && counts != null) {
            data = counts.place(data);
        }
        current = data;
        at = 0;
        return data;
    }

    private void advance() {
        if (next < baskets.size()) {
            Basket basket = baskets.get(next++);
            long size = Math.max(basket.length(), branch.bytes() / baskets.size());
            coming = ahead.begin(loader, basket, size);
        }
    }

    void close() {
        if (coming != null) {
            ahead.end(coming);
            coming = null;
        }
        current = null;
    }
}
