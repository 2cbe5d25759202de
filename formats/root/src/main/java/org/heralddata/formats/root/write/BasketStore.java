package org.heralddata.formats.root.write;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/** Compresses baskets in two threads and puts them into the file in the order in which they were given. */
final class BasketStore implements Closeable {
    private static final int THREADS = 2;
    private static final int WAITING = 3 * THREADS;
    private static final int VERSION = 3;

    /** Version, buffer size, bytes an entry, entries, last byte, flag: what a basket's key has beyond others. */
    private static final int EXTRA = 19;

    private final RootFile file;
    private final String tree;
    private final Compression compression;
    private final ExecutorService workers;
    private final Deque<Waiting> waiting = new ArrayDeque<>();

    private record Waiting(BranchBaskets branch, Basket basket, FutureTask<byte[]> stored) {}

    BasketStore(RootFile file, String tree, Compression compression) {
        this.file = file;
        this.tree = tree;
        this.compression = compression;
        workers = Executors.newFixedThreadPool(
                THREADS, Thread.ofPlatform().daemon().name("root-", 0).factory());
    }

    /** Bytes before a basket's values, from which its entries' beginnings are counted. */
    int keyLength(String branch) {
        return key(branch, 0).length();
    }

    int setting() {
        return compression.setting();
    }

    private KeyRecord key(String branch, int number) {
        return new KeyRecord("TBasket", branch, tree, number % Short.MAX_VALUE, true, EXTRA);
    }

    /** Takes a basket; waits where compression is behind. */
    void add(BranchBaskets branch, Basket basket) throws IOException {
        var task = new FutureTask<>(() -> compression.compress(basket.content(), basket.count()));
        workers.execute(task);
        waiting.add(new Waiting(branch, basket, task));
        while (waiting.size() > WAITING) {
            store(waiting.removeFirst());
        }
    }

    /** All baskets are in the file afterwards. */
    void drain() throws IOException {
        while (!waiting.isEmpty()) {
            store(waiting.removeFirst());
        }
    }

    private void store(Waiting next) throws IOException {
        byte[] stored = result(next.stored());
        Basket basket = next.basket();
        BranchBaskets branch = next.branch();
        KeyRecord key = key(branch.name(), branch.count());
        RootBytes head = key.bytes(stored.length, basket.count(), file.end(), file.time())
                .u16(VERSION)
                .u32(key.length() + basket.count())
                .u32(basket.perEntry())
                .u32(basket.entries())
                .u32(key.length() + basket.border())
                .u8(0);
        long address = file.append(head.array(), head.length());
        file.append(stored, stored.length);
        branch.add(address, head.length() + stored.length, head.length() + basket.count(), basket.entries());
    }

    private static byte[] result(FutureTask<byte[]> task) throws IOException {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while writing", e);
        } catch (ExecutionException e) {
            throw new IOException("compression failed", e);
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
