package org.heralddata.formats.root.ntuple.write;

import com.dynatrace.hash4j.hashing.Hashing;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** XXH3 of 64 bits, which RNTuple uses everywhere. */
final class Checksums {

    private Checksums() {}

    static long of(byte[] bytes, int count) {
        return Hashing.xxh3_64().hashBytesToLong(bytes, 0, count);
    }

    /** The last eight bytes of an envelope. */
    static long ofEnvelope(byte[] envelope) {
        return ByteBuffer.wrap(envelope).order(ByteOrder.LITTLE_ENDIAN).getLong(envelope.length - 8);
    }
}
