package org.heralddata.formats.root.streamer;

/** Bits of {@code TObject::fBits} that change what is written. */
final class TObjectBits {
    /** {@code kIsReferenced}: the number of a process follows. */
    static final int REFERENCED = 1 << 4;

    private TObjectBits() {}
}
