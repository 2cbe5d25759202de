package org.heralddata.formats.eventio;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Comes by all objects of a file from first to last, containers before what they hold. The content of an object that nobody
 * reads is passed over.
 */
final class ObjectWalk implements Closeable {

    /** Bytes of content that most tables hold in memory at once at most; numbers grow eightfold when they are taken apart. */
    static final int LARGEST = 8 << 20;

    private static final int SYNC = 0xd41f8a37;
    private static final int DEEPEST = 32;
    private static final int CHUNK = 1 << 16;

    private final Bytes bytes;
    private final Deque<Long> containerEnds = new ArrayDeque<>();
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private long contentEnd;
    private final byte[] scratch = new byte[CHUNK];

    private ObjectWalk(Bytes bytes) {
        this.bytes = bytes;
    }

    static ObjectWalk open(Path path) throws IOException {
        return new ObjectWalk(Bytes.open(path));
    }

    /** True of the first bytes of an EventIO file: the marker that begins each outermost object, in either byte order. */
    static boolean isMarker(byte[] head) {
        if (head.length < 16) {
            return false;
        }
        int marker = ByteBuffer.wrap(head).getInt();
        return marker == SYNC || marker == Integer.reverseBytes(SYNC);
    }

    Place place() {
        return bytes.place();
    }

    /** The next object; null after the last. */
    @Nullable
    Header next() throws IOException {
        skipTo(contentEnd);
        while (!containerEnds.isEmpty() && bytes.position() == containerEnds.getLast()) {
            containerEnds.removeLast();
        }
        if (containerEnds.isEmpty() && !marker()) {
            return null;
        }
        return header();
    }

    /** False at the end of the file. */
    private boolean marker() throws IOException {
        long offset = bytes.position();
        byte[] marker = new byte[4];
        int got = bytes.read(marker, 0, 4);
        if (got == 0) {
            return false;
        }
        if (got < 4) {
            throw truncated(offset);
        }
        int value = ByteBuffer.wrap(marker).getInt();
        if (value != SYNC && value != Integer.reverseBytes(SYNC)) {
            throw place().refusal(
                            EventioCode.BROKEN,
                            offset,
                            "an object should begin here, but its marker is `%08x` and not `%08x`"
                                    .formatted(value, SYNC));
        }
        order = value == SYNC ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return true;
    }

    private Header header() throws IOException {
        long offset = bytes.position();
        byte[] start = new byte[16];
        readFully(start, 12, offset);
        ByteBuffer words = ByteBuffer.wrap(start).order(order);
        int type = words.getInt(0);
        int size = words.getInt(8);
        long length = size & 0x3fff_ffff;
        if (((type >> 17) & 1) == 1) {
            byte[] extension = new byte[4];
            readFully(extension, 4, offset);
            length |= (ByteBuffer.wrap(extension).order(order).getInt() & 0xfffL) << 30;
        }
        boolean container = ((size >> 30) & 1) == 1;
        Header header = new Header(
                type & 0xffff,
                type >>> 20,
                words.getInt(4),
                container,
                length,
                bytes.position(),
                order,
                containerEnds.size());
        enter(header, offset);
        return header;
    }

    private void enter(Header header, long offset) {
        long end = header.offset() + header.length();
        if (!containerEnds.isEmpty() && end > containerEnds.getLast()) {
            throw place().refusal(
                            EventioCode.BROKEN,
                            offset,
                            "an object of type %d and %d bytes is longer than the object around it"
                                    .formatted(header.type(), header.length()));
        }
        if (header.container()) {
            if (containerEnds.size() == DEEPEST) {
                throw place().refusal(EventioCode.BROKEN, offset, "objects lie within each other too deeply");
            }
            containerEnds.addLast(end);
            contentEnd = header.offset();
        } else {
            contentEnd = end;
        }
    }

    /** The content of the object come by last, which is no container, as far as it is not read. */
    Payload content(Header header) throws IOException {
        return content(header, LARGEST);
    }

    /** The same of a type that may be larger. */
    Payload content(Header header, int largest) throws IOException {
        long left = contentEnd - bytes.position();
        if (left > largest) {
            throw place().refusal(
                            EventioCode.TOO_LARGE,
                            header.offset(),
                            "an object of type %d has %d bytes, more than can be held in memory"
                                    .formatted(header.type(), left));
        }
        byte[] content = new byte[(int) Math.min(left, CHUNK)];
        int size = 0;
        while (size < left) {
            int got = bytes.read(content, size, content.length - size);
            size += got;
            if (size < content.length) {
                throw truncated(bytes.position());
            }
            content = Arrays.copyOf(content, (int) Math.min(left, 2L * size));
        }
        return new Payload(content, header, place());
    }

    /** Bytes of the object come by last that are not read yet. */
    long left() {
        return contentEnd - bytes.position();
    }

    /** Some of the content of the object come by last; at most what is {@link #left()}. */
    ByteBuffer read(int length) throws IOException {
        byte[] some = new byte[length];
        readFully(some, length, bytes.position());
        return ByteBuffer.wrap(some).order(order);
    }

    private void skipTo(long end) throws IOException {
        while (bytes.position() < end) {
            int length = (int) Math.min(scratch.length, end - bytes.position());
            if (bytes.read(scratch, 0, length) < length) {
                throw truncated(bytes.position());
            }
        }
    }

    private void readFully(byte[] target, int length, long objectAt) throws IOException {
        if (!containerEnds.isEmpty() && bytes.position() + length > containerEnds.getLast()) {
            throw place().refusal(EventioCode.BROKEN, objectAt, "an object ends within the header of another");
        }
        if (bytes.read(target, 0, length) < length) {
            throw truncated(bytes.position());
        }
    }

    private RuntimeException truncated(long offset) {
        return place().refusal(
                        EventioCode.TRUNCATED,
                        offset,
                        "the file ends at byte %d within an object".formatted(bytes.position()),
                        "the simulation may have been stopped, or the copy is incomplete");
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
