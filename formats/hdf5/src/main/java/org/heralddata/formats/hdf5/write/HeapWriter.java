package org.heralddata.formats.hdf5.write;

import java.io.IOException;

/** Puts elements of variable length into global heaps (III.E), each written when full. */
final class HeapWriter {
    private static final int FIRST = 4096;
    private static final int LARGEST = 256 << 10;
    private static final int HEADER = 16;
    private static final int MOST_OBJECTS = 65_535;

    private final Spool spool;
    private byte[] collection = {};
    private long address;
    private int used;
    private int objects;

    HeapWriter(Spool spool) {
        this.spool = spool;
    }

    /** Address of the collection that the object put last lies in. */
    long address() {
        return address;
    }

    /** Number within it of the object put last. */
    int index() {
        return objects;
    }

    /** @param length bytes of {@code data} that count, at least 1 */
    void put(byte[] data, int length) throws IOException {
        int size = HEADER + (length + 7) / 8 * 8;
        if (collection.length - used < size || objects == MOST_OBJECTS) {
            flush();
            int next = Math.clamp(2L * collection.length, FIRST, LARGEST);
            collection = new byte[Math.max(next, HEADER + size)];
            address = spool.reserve(collection.length);
            byte[] head =
                    new Bytes().ascii("GCOL").u32(1).u64(collection.length).done();
            System.arraycopy(head, 0, collection, 0, HEADER);
            used = HEADER;
            objects = 0;
        }
        objects++;
        put(used, objects, length);
        System.arraycopy(data, 0, collection, used + HEADER, length);
        used += size;
    }

    private void put(int at, long index, long length) {
        for (int i = 0; i < 8; i++) {
            collection[at + i] = (byte) (index >> (8 * i));
            collection[at + 8 + i] = (byte) (length >> (8 * i));
        }
    }

    /** Writes the collection in hand; what is free in it becomes object 0. */
    void flush() throws IOException {
        if (used > 0) {
            if (collection.length - used >= HEADER) {
                put(used, 0, collection.length - used);
            }
            spool.write(address, collection);
            used = 0;
        }
    }
}
