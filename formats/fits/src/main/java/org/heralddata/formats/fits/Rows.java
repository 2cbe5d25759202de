package org.heralddata.formats.fits;

import org.jspecify.annotations.Nullable;

/**
 * A block of rows as the file holds them.
 *
 * @param stride bytes of a row
 * @param offset byte of the first row in the file
 * @param heap   null if the table has none
 */
@SuppressWarnings("ArrayRecordComponent") // a view on the cursor's buffer, decoded at once and not kept
record Rows(byte[] bytes, int stride, long offset, @Nullable Heap heap, Place place) {

    /** Byte of a cell in the file. */
    long offsetOf(int row, int cell) {
        return offset + (long) row * stride + cell;
    }
}
