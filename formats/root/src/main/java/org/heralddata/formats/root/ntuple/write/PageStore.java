package org.heralddata.formats.root.ntuple.write;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.heralddata.formats.root.write.Container;

/** Encodes and compresses pages in two threads and puts them into the file in the order in which they were given. */
final class PageStore implements Closeable {
    private static final int THREADS = 2;
    private static final int WAITING = 3 * THREADS;
    private static final int CHECKSUM = 8;

    private final Container file;
    private final ExecutorService workers;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long values;

    private record Waiting(StoredPage page, FutureTask<byte[]> bytes) {}

    PageStore(Container file) {
        this.file = file;
        workers = Executors.newFixedThreadPool(
                THREADS, Thread.ofPlatform().daemon().name("rntuple-write-", 0).factory());
    }

    /** @param values of which the first {@code count} are the page's; given away */
    StoredPage add(Coding coding, long[] values, int count) throws IOException {
        this.values += count;
        var page = new StoredPage(count);
        var task = new FutureTask<>(() -> checked(file.compress(coding.page(values, count))));
        workers.execute(task);
        waiting.add(new Waiting(page, task));
        while (waiting.size() > WAITING) {
            store(waiting.removeFirst());
        }
        return page;
    }

    /** Values of all pages since they were last forgotten. */
    long values() {
        return values;
    }

    void forgetValues() {
        values = 0;
    }

    private static byte[] checked(byte[] stored) {
        byte[] whole = Arrays.copyOf(stored, stored.length + CHECKSUM);
        ByteBuffer.wrap(whole)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(stored.length, Checksums.of(stored, stored.length));
        return whole;
    }

    /** All pages are in the file afterwards. */
    void drain() throws IOException {
        while (!waiting.isEmpty()) {
            store(waiting.removeFirst());
        }
    }

    private void store(Waiting next) throws IOException {
        try {
            byte[] bytes = next.bytes().get();
            next.page().storedAt(file.blob(bytes), bytes.length - CHECKSUM);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while writing", e);
        } catch (ExecutionException e) {
            throw new IOException("a page could not be compressed", e);
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
