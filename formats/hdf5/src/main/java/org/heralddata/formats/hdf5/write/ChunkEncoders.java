package org.heralddata.formats.hdf5.write;

import java.io.Closeable;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.heralddata.formats.hdf5.filter.Shuffle;
import org.heralddata.spi.bytes.ZlibEncoder;

/** Shuffles and deflates chunks in two threads, which end with it. */
final class ChunkEncoders implements Closeable {
    private static final int THREADS = 2;

    private final Packing packing;
    private final ExecutorService workers = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("hdf5-", 0).factory());
    private final Deque<ZlibEncoder> idle = new ConcurrentLinkedDeque<>();

    ChunkEncoders(Packing packing) {
        this.packing = packing;
    }

    Packing packing() {
        return packing;
    }

    /** @param raw not changed until the result is there */
    FutureTask<byte[]> encode(byte[] raw, int elementSize) {
        if (!packing.deflates()) {
            var stored = new FutureTask<>(() -> raw);
            stored.run();
            return stored;
        }
        var task = new FutureTask<>(() -> deflated(packing.shuffles() ? Shuffle.encode(raw, elementSize) : raw));
        workers.execute(task);
        return task;
    }

    private byte[] deflated(byte[] raw) {
        ZlibEncoder ready = idle.poll();
        ZlibEncoder encoder = ready == null ? new ZlibEncoder(packing.deflate()) : ready;
        // Deflate stores what it cannot shrink with 5 bytes for every block of 16 kB, fewer than these.
        byte[] out = new byte[raw.length + raw.length / 64 + 64];
        int size = encoder.encode(raw, 0, raw.length, out, 0);
        idle.push(encoder);
        return Arrays.copyOf(out, size);
    }

    @Override
    public void close() {
        workers.shutdownNow();
        for (ZlibEncoder encoder = idle.poll(); encoder != null; encoder = idle.poll()) {
            encoder.close();
        }
    }
}
