package org.heralddata.formats.root.ntuple;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.heralddata.formats.root.file.RootFormatException;

/** Decoded pages, the least recently used forgotten first. Bounded memory; safe for many threads. */
final class PageCache {
    private static final long MOST_BYTES = 64L << 20;
    private static final long LARGEST_PAGE = 64L << 20;
    private static final long LARGE_PAGE = 8L << 20;

    private final PageSource source;
    private final Map<Key, CompletableFuture<Decoded>> pages = new LinkedHashMap<>(64, 0.75f, true);
    private final Object oneLargeAtATime = new Object();
    private long bytes;

    private record Key(int column, Page page) {}

    PageCache(PageSource source) {
        this.source = source;
    }

    /** The elements of a page, decoded now or before. */
    Decoded get(ColumnRecord column, Encoding encoding, Page page) {
        var key = new Key(column.id(), page);
        var fresh = new CompletableFuture<Decoded>();
        CompletableFuture<Decoded> known;
        synchronized (pages) {
            known = pages.putIfAbsent(key, fresh);
        }
        if (known != null) {
            return joined(known);
        }
        try {
            Decoded decoded = decode(column, encoding, page);
            fresh.complete(decoded);
            account(decoded.bytes());
            return decoded;
        } catch (RuntimeException | Error e) {
            synchronized (pages) {
                pages.remove(key);
            }
            fresh.completeExceptionally(e);
            throw e;
        }
    }

    /** Gives all memory back. */
    void forget() {
        synchronized (pages) {
            pages.clear();
            bytes = 0;
        }
    }

    private static Decoded joined(CompletableFuture<Decoded> page) {
        try {
            return page.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RootFormatException broken ? broken : e;
        }
    }

    private Decoded decode(ColumnRecord column, Encoding encoding, Page page) {
        long raw = PageDecoder.length(column, page.elements());
        long largest = Math.max(raw, page.elements() * (encoding.kind() == Encoding.Kind.BYTES ? 1L : 8L));
        if (largest > LARGEST_PAGE) {
            throw RootFormatException.unsupported("a page of %d bytes".formatted(largest));
        }
        if (largest < LARGE_PAGE) {
            return decode(column, encoding, page, (int) raw);
        }
        synchronized (oneLargeAtATime) {
            return decode(column, encoding, page, (int) raw);
        }
    }

    private Decoded decode(ColumnRecord column, Encoding encoding, Page page, int length) {
        byte[] raw = page.checked() ? source.readChecked(page.extent(), length) : source.read(page.extent(), length);
        return PageDecoder.decode(column, encoding, raw, page.elements());
    }

    private void account(int more) {
        synchronized (pages) {
            bytes += more;
            Iterator<CompletableFuture<Decoded>> eldest = pages.values().iterator();
            while (bytes > MOST_BYTES && eldest.hasNext()) {
                CompletableFuture<Decoded> page = eldest.next();
                if (page.isDone() && !page.isCompletedExceptionally()) {
                    bytes -= page.join().bytes();
                    eldest.remove();
                }
            }
        }
    }
}
