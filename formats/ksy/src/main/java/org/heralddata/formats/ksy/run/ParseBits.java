package org.heralddata.formats.ksy.run;

/** Reads 1 to 64 bits. */
final class ParseBits extends Parse {
    private final int count;
    private final boolean little;

    ParseBits(Kind kind, int count, boolean little) {
        super(kind);
        this.count = count;
        this.little = little;
    }

    @Override
    long number(Struct self, ByteStream io) {
        return little ? io.bitsLittle(count) : io.bitsBig(count);
    }

    @Override
    boolean isBits() {
        return true;
    }
}
