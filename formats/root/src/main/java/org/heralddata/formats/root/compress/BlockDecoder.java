package org.heralddata.formats.root.compress;

import io.airlift.compress.v3.zstd.ZstdDecompressor;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.Inflater;

/** Decompresses ROOT's blocks. Keeps native memory from one call to the next until closed; for one thread. */
public final class BlockDecoder implements AutoCloseable {
    private final Map<Algorithm, BlockCodec> codecs = new EnumMap<>(Algorithm.class);

    /**
     * The bytes that blocks stand for. Equal sizes mean that nothing is compressed. Memory grows with what really
     * decompresses, not with what is claimed.
     *
     * @param length       compressed bytes from {@code offset}, all belonging to the object
     * @param uncompressed bytes that the object is to have, as its key, page or envelope says
     * @return exactly {@code uncompressed} bytes, a fresh array
     * @throws CompressionException if the blocks are broken or stand for another number of bytes
     */
    public byte[] decode(byte[] data, int offset, int length, int uncompressed) throws CompressionException {
        if (length == uncompressed) {
            return Arrays.copyOfRange(data, offset, offset + length);
        }
        int end = offset + length;
        checkSizes(data, offset, end, uncompressed);
        byte[] out = new byte[Math.min(uncompressed, BlockHeader.MOST)];
        int done = 0;
        for (int at = offset; done < uncompressed; ) {
            BlockHeader header = BlockHeader.read(data, at, end);
            at += BlockHeader.LENGTH;
            if (out.length < done + header.uncompressed()) {
                out = Arrays.copyOf(out, (int) Math.min(uncompressed, 2L * out.length));
            }
            codecs.computeIfAbsent(header.algorithm(), BlockDecoder::codec)
                    .decode(data, at, header.compressed(), out, done, header.uncompressed());
            at += header.compressed();
            done += header.uncompressed();
        }
        return out;
    }

    /** The headers of all blocks together, before memory is taken. */
    private static void checkSizes(byte[] data, int offset, int end, int uncompressed) throws CompressionException {
        long promised = 0;
        for (int at = offset; promised < uncompressed; ) {
            BlockHeader header = BlockHeader.read(data, at, end);
            if (header.uncompressed() == 0) {
                throw new CompressionException("a compressed block holds nothing");
            }
            promised += header.uncompressed();
            at += BlockHeader.LENGTH + header.compressed();
        }
        if (promised != uncompressed) {
            throw new CompressionException(
                    "the compressed blocks hold %d bytes instead of %d".formatted(promised, uncompressed));
        }
    }

    private static BlockCodec codec(Algorithm algorithm) {
        return switch (algorithm) {
            case ZLIB -> new Inflated(new Inflater());
            case OLD -> new Inflated(new Inflater(true));
            case LZ4 -> new Lz4Block();
            case LZMA -> new LzmaBlock();
            case ZSTD -> new ZstdBlock(ZstdDecompressor.create());
        };
    }

    @Override
    public void close() {
        codecs.values().forEach(BlockCodec::close);
        codecs.clear();
    }
}
