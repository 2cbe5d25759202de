package org.heralddata.formats.root.compress;

import com.dynatrace.hash4j.hashing.Hashing;
import io.airlift.compress.v3.lz4.Lz4JavaDecompressor;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** A bare LZ4 block behind the XXH64 checksum of its compressed bytes, 8 bytes, big-endian. */
final class Lz4Block implements BlockCodec {
    static final int CHECKSUM = 8;
    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final Lz4JavaDecompressor lz4 = new Lz4JavaDecompressor();

    @Override
    public void decode(byte[] in, int inOffset, int inLength, byte[] out, int outOffset, int outLength)
            throws CompressionException {
        if (inLength < CHECKSUM) {
            throw new CompressionException("an LZ4 block ends within its checksum");
        }
        int start = inOffset + CHECKSUM;
        int length = inLength - CHECKSUM;
        if (Hashing.xxh64().hashBytesToLong(in, start, length) != (long) LONGS.get(in, inOffset)) {
            throw new CompressionException("the checksum of an LZ4 block does not match its bytes");
        }
        Airlift.decompress(lz4, "LZ4", in, start, length, out, outOffset, outLength);
    }

    @Override
    public void close() {
        // the garbage collector has it all
    }
}
