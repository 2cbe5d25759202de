package org.heralddata.formats.root.compress;

import io.airlift.compress.v3.zstd.ZstdDecompressor;

/** A Zstandard frame. */
final class ZstdBlock implements BlockCodec {
    private final ZstdDecompressor zstd;

    ZstdBlock(ZstdDecompressor zstd) {
        this.zstd = zstd;
    }

    @Override
    public void decode(byte[] in, int inOffset, int inLength, byte[] out, int outOffset, int outLength)
            throws CompressionException {
        Airlift.decompress(zstd, "Zstandard", in, inOffset, inLength, out, outOffset, outLength);
    }

    @Override
    public void close() {
        // the garbage collector has it all
    }
}
