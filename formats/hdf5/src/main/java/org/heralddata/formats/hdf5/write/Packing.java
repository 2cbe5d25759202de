package org.heralddata.formats.hdf5.write;

/**
 * How chunks are compressed.
 *
 * @param deflate 1 (fast) to 9 (small); 0 for not at all
 * @param shuffle whether the first bytes of all elements come first, then the second bytes, and so on; only where deflate
 *                follows
 */
public record Packing(int deflate, boolean shuffle) {

    boolean deflates() {
        return deflate > 0;
    }

    boolean shuffles() {
        return deflates() && shuffle;
    }

    /** The message of the filter pipeline (IV.A.2.l), version 2; empty if there are no filters. */
    byte[] filters(int elementSize) {
        if (!deflates()) {
            return new byte[0];
        }
        var pipeline = new Bytes().u8(2).u8(shuffle ? 2 : 1);
        if (shuffle) {
            pipeline.u16(2).u16(1).u16(1).u32(elementSize);
        }
        return pipeline.u16(1).u16(1).u16(1).u32(deflate).done();
    }
}
