package org.heralddata.formats.fits;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The arrays of varying length behind a table, read through a window, since most are read in order. */
final class Heap implements Closeable {
    private static final int WINDOW = 1 << 18;

    private final Bytes bytes;
    private final long start;
    private final long size;
    private byte[] window = new byte[0];
    private long windowAt;
    private int windowLength;

    private Heap(Bytes bytes, long start, long size) {
        this.bytes = bytes;
        this.start = start;
        this.size = size;
    }

    /**
     * @param start byte of the heap in the file
     * @param size  its bytes
     */
    static Heap open(Path file, long start, long size) throws IOException {
        Bytes bytes = Bytes.open(file);
        if (bytes.isRandomAccess()) {
            return new Heap(bytes, start, size);
        }
        try (bytes) {
            return new Heap(spooled(bytes, start, size), 0, size);
        }
    }

    long size() {
        return size;
    }

    /** Copies bytes that lie within the heap. */
    void read(long offset, byte[] target, int at, int length) throws IOException {
        if (length > WINDOW) {
            bytes.read(start + offset, target, at, length);
            return;
        }
        if (offset < windowAt || offset + length > windowAt + windowLength) {
            window = window.length == 0 ? new byte[WINDOW] : window;
            windowAt = offset;
            windowLength = bytes.read(start + offset, window, 0, (int) Math.min(WINDOW, size - offset));
        }
        System.arraycopy(window, (int) (offset - windowAt), target, at, length);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private static Bytes spooled(Bytes bytes, long start, long size) throws IOException {
        Path file = Files.createTempFile("herald-fits-heap", ".tmp");
        FileChannel spool = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        try {
            byte[] chunk = new byte[WINDOW];
            for (long at = 0; at < size; at += chunk.length) {
                int got = bytes.read(start + at, chunk, 0, (int) Math.min(chunk.length, size - at));
                ByteBuffer full = ByteBuffer.wrap(chunk, 0, got);
                while (full.hasRemaining()) {
                    spool.write(full);
                }
            }
            return new Bytes.Plain(spool);
        } catch (IOException | RuntimeException failed) {
            spool.close();
            throw failed;
        }
    }
}
