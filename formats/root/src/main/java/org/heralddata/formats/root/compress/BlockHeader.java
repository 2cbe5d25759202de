package org.heralddata.formats.root.compress;

/**
 * The 9 bytes before a compressed block.
 *
 * @param compressed   bytes that follow the header
 * @param uncompressed bytes that they stand for
 */
record BlockHeader(Algorithm algorithm, int compressed, int uncompressed) {
    static final int LENGTH = 9;
    /** Sizes have 3 bytes. */
    static final int MOST = 0xff_ffff;

    /** @param end where the compressed bytes of the whole object end */
    static BlockHeader read(byte[] data, int at, int end) throws CompressionException {
        if (end - at < LENGTH) {
            throw new CompressionException("a compressed block ends within its header");
        }
        Algorithm algorithm = Algorithm.of(data[at], data[at + 1])
                .orElseThrow(() -> new CompressionException(
                        "no known compression starts with the bytes %02x %02x".formatted(data[at], data[at + 1])));
        int compressed = threeBytes(data, at + 3);
        int uncompressed = threeBytes(data, at + 6);
        if (compressed > end - at - LENGTH) {
            throw new CompressionException("a compressed block of %d bytes should follow, but there are %d"
                    .formatted(compressed, end - at - LENGTH));
        }
        if (uncompressed > (long) compressed * algorithm.mostExpansion()) {
            throw new CompressionException(
                    "a block of %d bytes cannot hold %d bytes".formatted(compressed, uncompressed));
        }
        return new BlockHeader(algorithm, compressed, uncompressed);
    }

    void write(byte[] into, int at) {
        into[at] = (byte) algorithm.letters().charAt(0);
        into[at + 1] = (byte) algorithm.letters().charAt(1);
        into[at + 2] = (byte) algorithm.version();
        for (int i = 0; i < 3; i++) {
            into[at + 3 + i] = (byte) (compressed >>> (8 * i));
            into[at + 6 + i] = (byte) (uncompressed >>> (8 * i));
        }
    }

    private static int threeBytes(byte[] data, int at) {
        return (data[at] & 0xff) | (data[at + 1] & 0xff) << 8 | (data[at + 2] & 0xff) << 16;
    }
}
