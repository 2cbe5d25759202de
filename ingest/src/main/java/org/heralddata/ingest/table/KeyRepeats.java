package org.heralddata.ingest.table;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Counts keys that were seen before, by hashes of 64 bits. Memory stays bounded: hashes are parted by their first bits
 * into temporary files, which are removed on close. For one thread.
 */
final class KeyRepeats implements AutoCloseable {
    private static final int PARTS = 64;
    private static final int BUFFER = 8_192;

    private final long[][] buffers = new long[PARTS][];
    private final int[] sizes = new int[PARTS];
    private final long[] spilt = new long[PARTS];
    private @Nullable Path folder;

    void add(long hash) {
        int part = (int) (hash >>> 58);
        if (buffers[part] == null) {
            buffers[part] = new long[BUFFER];
        }
        if (sizes[part] == BUFFER) {
            spill(part);
        }
        buffers[part][sizes[part]++] = hash;
    }

    /** Rows whose key an earlier row has. */
    long repeated() {
        long repeated = 0;
        for (int part = 0; part < PARTS; part++) {
            long[] hashes = hashes(part);
            Arrays.sort(hashes);
            for (int i = 1; i < hashes.length; i++) {
                if (hashes[i] == hashes[i - 1]) {
                    repeated++;
                }
            }
        }
        return repeated;
    }

    private long[] hashes(int part) {
        int before = Math.toIntExact(spilt[part]);
        var hashes = new long[before + sizes[part]];
        if (before > 0) {
            try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file(part)), 1 << 16))) {
                for (int i = 0; i < before; i++) {
                    hashes[i] = in.readLong();
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        if (sizes[part] > 0) {
            System.arraycopy(buffers[part], 0, hashes, before, sizes[part]);
        }
        return hashes;
    }

    private void spill(int part) {
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER * Long.BYTES);
        bytes.asLongBuffer().put(buffers[part], 0, sizes[part]);
        try (FileChannel out = FileChannel.open(
                file(part), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        spilt[part] += sizes[part];
        sizes[part] = 0;
    }

    private Path file(int part) throws IOException {
        if (folder == null) {
            folder = Files.createTempDirectory("herald-keys");
        }
        return folder.resolve(Integer.toString(part));
    }

    @Override
    public void close() {
        if (folder == null) {
            return;
        }
        try {
            for (int part = 0; part < PARTS; part++) {
                Files.deleteIfExists(folder.resolve(Integer.toString(part)));
            }
            Files.deleteIfExists(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
