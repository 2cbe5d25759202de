package org.heralddata.formats.root.write;

import java.io.Closeable;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.heralddata.formats.root.compress.Algorithm;
import org.heralddata.formats.root.compress.BlockEncoder;
import org.jspecify.annotations.Nullable;

/** How records are compressed. Safe for many threads, each with an encoder of its own while it works. */
final class Compression implements Closeable {

    /** Shorter records stay as they are, so that small texts can be read in the file. */
    private static final int LEAST = 512;

    private final @Nullable Algorithm algorithm;
    private final int level;
    private final Deque<BlockEncoder> idle = new ConcurrentLinkedDeque<>();

    /** @param algorithm null for none */
    Compression(@Nullable Algorithm algorithm, int level) {
        this.algorithm = algorithm;
        this.level = level;
    }

    /** {@code fCompress}: 100 times the algorithm plus the level. */
    int setting() {
        return algorithm == null ? 0 : 100 * algorithm.number() + level;
    }

    /** The bytes as a record holds them: of equal length if they are as given. */
    byte[] compress(byte[] bytes, int count) {
        if (algorithm == null || count < LEAST) {
            return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
        }
        BlockEncoder ready = idle.poll();
        BlockEncoder encoder = ready == null ? BlockEncoder.of(algorithm, level) : ready;
        byte[] blocks = encoder.encode(bytes, 0, count);
        idle.push(encoder);
        return blocks;
    }

    @Override
    public void close() {
        for (BlockEncoder encoder = idle.poll(); encoder != null; encoder = idle.poll()) {
            encoder.close();
        }
    }
}
