package org.heralddata.formats.root.tree;

import org.heralddata.formats.root.file.Key;
import org.heralddata.formats.root.file.RootBuffer;
import org.heralddata.formats.root.file.RootFile;
import org.heralddata.formats.root.streamer.EmbeddedBasket;
import org.jspecify.annotations.Nullable;

/** Fetches and decompresses baskets. Safe for many threads. */
final class BasketLoader {
    private final RootFile file;

    BasketLoader(RootFile file) {
        this.file = file;
    }

    BasketData load(Basket basket) {
        EmbeddedBasket embedded = basket.embedded();
        return embedded == null ? fromFile(basket) : fromTree(basket, embedded);
    }

    private static BasketData fromTree(Basket basket, EmbeddedBasket embedded) {
        RootBuffer in = RootBuffer.of(embedded.data(), -1, 0);
        int end = embedded.border();
        in.need(end);
        int @Nullable [] offsets =
                embedded.offsets().length == 0 ? null : checked(in, embedded.offsets(), basket.entries(), end);
        return new BasketData(basket, embedded.data(), end, offsets, -1, 0);
    }

    private BasketData fromFile(Basket basket) {
        byte[] record = file.source().read(basket.seek(), basket.length());
        RootBuffer in = RootBuffer.of(record, basket.seek(), 0);
        Key key = Key.read(in);
        EmbeddedBasket.Head head = EmbeddedBasket.Head.read(in);
        if (head.entries() < basket.entries()) {
            throw in.broken(
                    "a basket holds %d entries where %d are expected".formatted(head.entries(), basket.entries()));
        }
        byte[] bytes = file.expand(record, key, basket.seek());
        RootBuffer data = RootBuffer.of(bytes, basket.seek(), key.keyLength());
        int end = head.last() - key.keyLength();
        if (end < 0 || end > bytes.length) {
            throw in.broken("a basket of %d bytes with %d bytes of entries".formatted(bytes.length, end));
        }
        int @Nullable [] offsets = null;
        if (bytes.length - end >= 4 + 4L * basket.entries()) {
            data.seek(end);
            int count = data.count(4);
            int[] raw = new int
                    [Math.min(count, head.entries() > basket.entries() ? basket.entries() + 1 : basket.entries())];
            for (int i = 0; i < raw.length; i++) {
                raw[i] = data.i32() - key.keyLength();
            }
            offsets = checked(data, raw, basket.entries(), end);
        }
        return new BasketData(basket, bytes, end, offsets, basket.seek(), key.keyLength());
    }

    /** Where each entry begins, and the end after the last. */
    private static int[] checked(RootBuffer in, int[] raw, int entries, int end) {
        if (raw.length < entries) {
            throw in.broken("a basket of %d entries tells the places of %d".formatted(entries, raw.length));
        }
        int[] offsets = new int[entries + 1];
        int before = 0;
        for (int i = 0; i < entries; i++) {
            if (raw[i] < before || raw[i] > end) {
                throw in.broken("entry %d of a basket begins at byte %d of %d".formatted(i, raw[i], end));
            }
            before = raw[i];
            offsets[i] = before;
        }
        offsets[entries] = entries < raw.length ? Math.min(end, Math.max(before, raw[entries])) : end;
        return offsets;
    }
}
