package org.heralddata.formats.root.tree;

import org.heralddata.formats.root.file.RootBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a basket, decompressed.
 *
 * @param bytes   of all entries, from the first byte
 * @param end     byte after the last entry
 * @param offsets byte at which each entry begins, and {@code end}; null if the basket does not tell
 * @param place   byte of the file to blame
 * @param keyLength what references within the data count before the first byte
 */
@SuppressWarnings("ArrayRecordComponent") // shared between the threads that decompress and decode, without copying
record BasketData(Basket basket, byte[] bytes, int end, int @Nullable [] offsets, long place, int keyLength) {

    RootBuffer buffer() {
        return RootBuffer.of(bytes, place, keyLength).slice(end);
    }
}
