package org.heralddata.formats.km3net;

import java.nio.ByteBuffer;

/** What a walk through data of the data acquisition comes by. The bytes are as the rest of their record. */
sealed interface DaqItem {

    /** The beginning of a slice. */
    record Slice(String kind, DaqHeader header, int frames) implements DaqItem {}

    /** A module of a summary slice. */
    record SummaryFrame(Slice slice, ByteBuffer bytes) implements DaqItem {}

    /**
     * A module of a time slice.
     *
     * @param bytes what follows the module's number: status and number of hits
     * @param hits  of 6 bytes each
     */
    record Frame(Slice slice, long module, ByteBuffer bytes, ByteBuffer hits) implements DaqItem {}

    /**
     * An event.
     *
     * @param bytes     trigger counter, mask and overlays
     * @param triggered hits of 18 bytes each
     * @param snapshot  hits of 10 bytes each
     */
    record Event(DaqHeader header, ByteBuffer bytes, ByteBuffer triggered, ByteBuffer snapshot) implements DaqItem {}

    /** A packet of a module; big-endian. */
    record Packet(String tag, ByteBuffer bytes) implements DaqItem {}
}
