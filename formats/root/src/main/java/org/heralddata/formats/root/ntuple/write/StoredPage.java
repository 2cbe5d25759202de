package org.heralddata.formats.root.ntuple.write;

/** A page on its way into the file, and then where it lies. */
final class StoredPage {
    private final int elements;
    private long offset = -1;
    private int size;

    StoredPage(int elements) {
        this.elements = elements;
    }

    void storedAt(long place, int bytes) {
        offset = place;
        size = bytes;
    }

    /** Negative elements say that a checksum follows the page. */
    void describe(Little out) {
        if (offset < 0) {
            throw new IllegalStateException("a page that is not stored");
        }
        out.u32(-elements).locator(offset, size);
    }
}
