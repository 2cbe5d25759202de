package org.heralddata.formats.root.compress;

import com.dynatrace.hash4j.hashing.Hashing;
import io.airlift.compress.v3.Compressor;
import io.airlift.compress.v3.lz4.Lz4JavaCompressor;
import io.airlift.compress.v3.zstd.ZstdJavaCompressor;
import io.airlift.compress.v3.zstd.ZstdNativeCompressor;
import java.util.Arrays;
import java.util.Objects;
import org.heralddata.spi.bytes.ZlibEncoder;
import org.jspecify.annotations.Nullable;

/** Compresses into ROOT's blocks. Keeps native memory from one call to the next until closed; for one thread. */
public final class BlockEncoder implements AutoCloseable {
    private final Algorithm algorithm;
    private final @Nullable ZlibEncoder zlib;
    private final @Nullable Compressor compressor;
    private byte[] buffer = new byte[0];

    private BlockEncoder(Algorithm algorithm, @Nullable ZlibEncoder zlib, @Nullable Compressor compressor) {
        this.algorithm = algorithm;
        this.zlib = zlib;
        this.compressor = compressor;
    }

    /**
     * @param algorithm one of {@code ZLIB}, {@code LZ4}, {@code ZSTD}
     * @param level     1 (fast) to 9 (small); LZ4 has one level only, as has Zstandard where its native library is not
     *                  to be had
     */
    public static BlockEncoder of(Algorithm algorithm, int level) {
        if (level < 1 || level > 9) {
            throw new IllegalArgumentException("level " + level + " outside 1 to 9");
        }
        return switch (algorithm) {
            case ZLIB -> new BlockEncoder(algorithm, new ZlibEncoder(level), null);
            case LZ4 -> new BlockEncoder(algorithm, null, new Lz4JavaCompressor());
            case ZSTD -> new BlockEncoder(algorithm, null, zstd(level));
            case LZMA, OLD -> throw new IllegalArgumentException("Herald does not write " + algorithm);
        };
    }

    /** ROOT doubles the level for Zstandard; the same settings give the same size here. */
    private static Compressor zstd(int level) {
        return ZstdNativeCompressor.isEnabled() ? new ZstdNativeCompressor(2 * level) : new ZstdJavaCompressor();
    }

    public Algorithm algorithm() {
        return algorithm;
    }

    /**
     * The blocks for some bytes; where compression does not make them smaller the bytes themselves, since equal sizes
     * mean uncompressed.
     *
     * @return a fresh array
     */
    public byte[] encode(byte[] data, int offset, int length) {
        int done = 0;
        int size = 0;
        while (done < length) {
            int part = Math.min(length - done, BlockHeader.MOST);
            int room = part + part / 64 + 1024 + BlockHeader.LENGTH + Lz4Block.CHECKSUM;
            if (buffer.length - size < room) {
                buffer = Arrays.copyOf(buffer, Math.addExact(size, room));
            }
            int count = compress(data, offset + done, part, size + BlockHeader.LENGTH);
            if (count < 0 || count > BlockHeader.MOST || size + BlockHeader.LENGTH + count >= length) {
                return Arrays.copyOfRange(data, offset, offset + length);
            }
            new BlockHeader(algorithm, count, part).write(buffer, size);
            size += BlockHeader.LENGTH + count;
            done += part;
        }
        return Arrays.copyOf(buffer, size);
    }

    /** Compressed bytes put at {@code at} of the buffer; negative if they would not fit. */
    private int compress(byte[] data, int offset, int length, int at) {
        if (zlib != null) {
            return zlib.encode(data, offset, length, buffer, at);
        }
        int lead = algorithm == Algorithm.LZ4 ? Lz4Block.CHECKSUM : 0;
        Compressor block = Objects.requireNonNull(compressor);
        int count = block.compress(data, offset, length, buffer, at + lead, buffer.length - at - lead);
        if (lead > 0) {
            Lz4Block.LONGS.set(buffer, at, Hashing.xxh64().hashBytesToLong(buffer, at + lead, count));
        }
        return lead + count;
    }

    @Override
    public void close() {
        if (zlib != null) {
            zlib.close();
        }
    }
}
