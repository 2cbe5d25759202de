package org.heralddata.formats.root.file;

import java.io.Closeable;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.heralddata.formats.root.compress.BlockDecoder;
import org.heralddata.formats.root.compress.CompressionException;

/** Decompresses objects with as many decoders as threads ask at once. Safe for many threads. */
final class Payload implements Closeable {
    private final ConcurrentLinkedQueue<BlockDecoder> idle = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    /**
     * @param stored bytes in the record from {@code from}
     * @param length bytes before compression
     * @param place  byte of the file at which the record begins
     */
    byte[] expand(byte[] record, int from, int stored, int length, long place) {
        if (stored >= length) {
            return Arrays.copyOfRange(record, from, from + stored);
        }
        BlockDecoder decoder = idle.poll();
        if (decoder == null) {
            decoder = new BlockDecoder();
        }
        try {
            return decoder.decode(record, from, stored, length);
        } catch (CompressionException e) {
            throw RootFormatException.broken(place, e.reason());
        } finally {
            if (closed) {
                decoder.close();
            } else {
                idle.add(decoder);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        for (BlockDecoder decoder = idle.poll(); decoder != null; decoder = idle.poll()) {
            decoder.close();
        }
    }
}
