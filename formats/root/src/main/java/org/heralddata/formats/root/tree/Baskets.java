package org.heralddata.formats.root.tree;

import java.util.ArrayList;
import java.util.List;
import org.heralddata.formats.root.file.RootFormatException;
import org.heralddata.formats.root.streamer.EmbeddedBasket;
import org.heralddata.formats.root.streamer.ObjectReader;
import org.heralddata.formats.root.streamer.RootObject;
import org.jspecify.annotations.Nullable;

/** Finds the baskets of a branch: first those that lie in the file, then those within the tree. */
final class Baskets {

    private Baskets() {}

    static List<Basket> of(RootObject branch) {
        long[] seeks = branch.integers("fBasketSeek");
        long[] entries = branch.integers("fBasketEntry");
        long[] lengths = branch.integers("fBasketBytes");
        long total = branch.integer("fEntries");
        int written = (int) Math.min(Math.max(0, branch.integer("fWriteBasket")), seeks.length);
        var baskets = new ArrayList<Basket>();
        long next = 0;
        for (int i = 0; i < written && seeks[i] != 0 && next < total; i++) {
            if (i >= entries.length || i >= lengths.length) {
                throw RootFormatException.broken(seeks[i], "a list of baskets is too short");
            }
            long after = i + 1 < entries.length ? entries[i + 1] : total;
            add(baskets, entries[i], next, Math.min(after, total), seeks[i], (int) lengths[i], null);
            next = baskets.isEmpty() ? 0 : Math.min(after, total);
        }
        if (next < total) {
            for (Object held : branch.list("fBaskets")) {
                if (held instanceof RootObject object
                        && object.value(ObjectReader.BASKET) instanceof EmbeddedBasket basket
                        && next < total) {
                    long after = Math.min(total, next + basket.entries());
                    add(baskets, next, next, after, -1, 0, basket);
                    next = after;
                }
            }
        }
        if (next != total) {
            throw RootFormatException.broken(-1, "its baskets hold %d of %d entries".formatted(next, total));
        }
        return baskets;
    }

    private static void add(
            List<Basket> baskets,
            long first,
            long next,
            long after,
            long seek,
            int length,
            @Nullable EmbeddedBasket embedded) {
        long count = after - first;
        if (first != next || count < 0 || count > Integer.MAX_VALUE) {
            throw RootFormatException.broken(
                    seek, "a basket holds the entries from %d to %d after entry %d".formatted(first, after, next));
        }
        if (count > 0) {
            baskets.add(new Basket(first, (int) count, seek, length, embedded));
        }
    }
}
