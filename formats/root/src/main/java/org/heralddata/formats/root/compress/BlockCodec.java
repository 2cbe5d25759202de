package org.heralddata.formats.root.compress;

/** Decompresses the inside of one block. */
interface BlockCodec {

    /**
     * @param outLength bytes that the block must give, neither more nor fewer; room for them is in {@code out}
     * @throws CompressionException if the bytes are broken or give another number
     */
    void decode(byte[] in, int inOffset, int inLength, byte[] out, int outOffset, int outLength)
            throws CompressionException;

    /** Gives back native memory, where there is any. */
    void close();
}
