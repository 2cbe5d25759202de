package org.heralddata.formats.hdf5.write;

/** The file that all of its parts write to, and the threads that compress for them. */
record Room(Spool spool, HeapWriter heap, ChunkEncoders workers) {

    HeaderBuilder header() {
        return new HeaderBuilder(spool, heap);
    }
}
