package org.heralddata.formats.root.ntuple;

/**
 * Where some consecutive elements of a column lie (section "Page Locations").
 *
 * @param elements number of them
 * @param checked  true if a checksum follows the page
 */
record Page(int elements, boolean checked, Extent extent) {
    static final int SMALLEST = 16;

    static Page read(Frames in) {
        int elements = in.i32();
        if (elements == Integer.MIN_VALUE) {
            throw in.broken("a page of 2147483648 elements");
        }
        return new Page(Math.abs(elements), elements < 0, Extent.read(in));
    }
}
