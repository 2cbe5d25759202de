package org.heralddata.formats.root.ntuple;

import com.dynatrace.hash4j.hashing.Hashing;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.heralddata.formats.root.compress.BlockDecoder;
import org.heralddata.formats.root.compress.CompressionException;
import org.heralddata.formats.root.file.RootFormatException;
import org.heralddata.formats.root.file.Source;

/** Decompresses stretches of a file. Safe for many threads. */
final class PageSource implements AutoCloseable {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int CHECKSUM = 8;

    private final Source source;
    private final Queue<BlockDecoder> idle = new ConcurrentLinkedQueue<>();

    PageSource(Source source) {
        this.source = source;
    }

    /** @return exactly {@code length} bytes */
    byte[] read(Extent extent, int length) {
        return decode(bytes(extent, 0), extent, length);
    }

    /** The same of a page that its checksum follows. */
    byte[] readChecked(Extent extent, int length) {
        byte[] stored = bytes(extent, CHECKSUM);
        int size = (int) extent.size();
        if (Hashing.xxh3_64().hashBytesToLong(stored, 0, size) != (long) LONG.get(stored, size)) {
            throw RootFormatException.broken(extent.offset(), "the checksum of a page does not match");
        }
        return decode(stored, extent, length);
    }

    private byte[] bytes(Extent extent, int more) {
        if (extent.size() < 0 || extent.size() > Integer.MAX_VALUE - 64) {
            throw RootFormatException.broken(extent.offset(), "a block of %d bytes".formatted(extent.size()));
        }
        return source.read(extent.offset(), (int) extent.size() + more);
    }

    private byte[] decode(byte[] stored, Extent extent, int length) {
        if (extent.size() == length && stored.length == length) {
            return stored;
        }
        BlockDecoder reused = idle.poll();
        BlockDecoder decoder = reused == null ? new BlockDecoder() : reused;
        try {
            return decoder.decode(stored, 0, (int) extent.size(), length);
        } catch (CompressionException e) {
            throw RootFormatException.broken(extent.offset(), e.reason());
        } finally {
            idle.add(decoder);
        }
    }

    @Override
    public void close() {
        for (BlockDecoder decoder = idle.poll(); decoder != null; decoder = idle.poll()) {
            decoder.close();
        }
    }
}
