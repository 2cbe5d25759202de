package org.heralddata.formats.ksy.run;

import org.jspecify.annotations.Nullable;

/** How one value is read. */
abstract class Parse {
    private final Kind kind;

    Parse(Kind kind) {
        this.kind = kind;
    }

    final Kind kind() {
        return kind;
    }

    /** Reads a value kept as 64 bits. */
    long number(Struct self, ByteStream io) {
        throw new IllegalStateException("no number");
    }

    /** Reads any other value. */
    @Nullable
    Object object(Struct self, ByteStream io) {
        throw new IllegalStateException("no object");
    }

    /** True if bits left of the last byte are read on. */
    boolean isBits() {
        return false;
    }
}
