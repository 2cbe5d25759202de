package org.heralddata.formats.root.compress;

import java.util.Arrays;
import java.util.Optional;

/** A way to compress, by the two letters that start its blocks. */
public enum Algorithm {
    ZLIB(1, "ZL", 8, 1040),
    LZMA(2, "XZ", 0, 16_384),
    /** Bare deflate, written by ROOT before 2000 or so. */
    OLD(3, "CS", 8, 1040),
    LZ4(4, "L4", 1, 256),
    ZSTD(5, "ZS", 1, 65_536);

    private final int number;
    private final String letters;
    private final int version;
    private final int mostExpansion;

    Algorithm(int number, String letters, int version, int mostExpansion) {
        this.number = number;
        this.letters = letters;
        this.version = version;
        this.mostExpansion = mostExpansion;
    }

    /** ROOT's number of it: settings are {@code 100 * number + level}. */
    public int number() {
        return number;
    }

    String letters() {
        return letters;
    }

    /** The third byte of a block. */
    int version() {
        return version;
    }

    /** No block of {@code size} bytes holds more than this many times that, whoever wrote it. */
    int mostExpansion() {
        return mostExpansion;
    }

    static Optional<Algorithm> of(byte first, byte second) {
        return Arrays.stream(values())
                .filter(a -> a.letters.charAt(0) == first && a.letters.charAt(1) == second)
                .findFirst();
    }
}
