package org.heralddata.formats.km3net;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a stream of the data acquisition: records of slices and events, little-endian, and packets of modules,
 * big-endian, each after its length.
 */
final class DaqWalk implements Closeable {
    static final int TRIGGERED_HIT = 18;
    static final int SNAPSHOT_HIT = 10;
    static final int HIT = 6;
    static final int SUMMARY_FRAME = 55;

    private static final int SUMMARY = 2001;
    private static final int EVENT = 10001;
    private static final Map<Integer, String> TIMESLICES =
            Map.of(1001, "error", 1002, "L0", 1003, "L1", 1004, "L2", 1005, "SN");
    private static final Map<Integer, Integer> VERSIONS =
            Map.of(1001, 1, 1002, 1, 1003, 1, 1004, 1, 1005, 1, SUMMARY, 6, EVENT, 4);
    private static final Set<String> PACKETS = Set.of("TTDC", "TAES", "TMCH");

    private static final int FRAME_HEAD = 8 + DaqHeader.BYTES + 4;
    private static final int FRAME_STATUS = 4 + 16 + 4;
    private static final int LARGEST = 8 << 20;

    private final Bytes bytes;
    private long end;
    private DaqItem.@Nullable Slice slice;
    private int framesLeft;

    DaqWalk(Bytes bytes) {
        this.bytes = bytes;
    }

    /** True of the first bytes of such a stream. */
    static boolean begins(byte[] head) {
        if (head.length < 30) {
            return false;
        }
        ByteBuffer words = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        Integer version = VERSIONS.get(words.getInt(4));
        boolean length = words.getInt(0) >= 20;
        if (version != null) {
            return length && words.getShort(8) == version;
        }
        return length && PACKETS.contains(tag(head, 4));
    }

    private static String tag(byte[] bytes, int at) {
        return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
    }

    /** The next item; null at the end. */
    @Nullable
    DaqItem next() throws IOException {
        DaqItem.Slice open = slice;
        if (open != null && framesLeft > 0) {
            framesLeft--;
            return open.kind().equals("summary") ? new DaqItem.SummaryFrame(open, take(SUMMARY_FRAME)) : frame(open);
        }
        take(left());
        long at = bytes.position();
        byte[] start = new byte[8];
        int got = bytes.read(start, 0, 8);
        if (got == 0) {
            return null;
        }
        if (got < 8) {
            throw bytes.place()
                    .refusal(Km3netCode.TRUNCATED, bytes.position(), "the file ends within the head of a record");
        }
        ByteBuffer words = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
        int length = words.getInt(0);
        String tag = tag(start, 4);
        boolean packet = PACKETS.contains(tag);
        int type = words.getInt(4);
        if (!packet && !VERSIONS.containsKey(type)) {
            throw broken(at, "a record of the unknown type %d".formatted(type));
        }
        if (length < 8) {
            throw broken(at, "a record of %d bytes".formatted(length));
        }
        end = at + length + (packet ? 4 : 0);
        if (packet) {
            ByteBuffer content = take(left()).order(ByteOrder.BIG_ENDIAN);
            if (content.capacity() < PacketRows.leastBytes(tag)) {
                throw broken(at, "a packet `%s` of %d bytes is too short".formatted(tag, length));
            }
            return new DaqItem.Packet(tag, content);
        }
        return record(type, at);
    }

    private DaqItem record(int type, long at) throws IOException {
        int version = take(2).getShort();
        Integer known = VERSIONS.get(type);
        if (known == null || version != known) {
            throw bytes.place()
                    .refusal(
                            Km3netCode.UNSUPPORTED,
                            at,
                            "a record of type %d has version %d; version %d is read".formatted(type, version, known),
                            "data taken before Jpp 13 have no version");
        }
        DaqHeader header = DaqHeader.of(take(DaqHeader.BYTES));
        if (type == EVENT) {
            ByteBuffer head = take(20);
            ByteBuffer triggered = counted(TRIGGERED_HIT);
            return new DaqItem.Event(header, head, triggered, counted(SNAPSHOT_HIT));
        }
        String kind = type == SUMMARY ? "summary" : String.valueOf(TIMESLICES.get(type));
        int least = type == SUMMARY ? SUMMARY_FRAME : FRAME_HEAD + FRAME_STATUS;
        framesLeft = count(least);
        DaqItem.Slice begun = new DaqItem.Slice(kind, header, framesLeft);
        slice = begun;
        return begun;
    }

    private DaqItem frame(DaqItem.Slice open) throws IOException {
        ByteBuffer head = take(FRAME_HEAD);
        long module = head.getInt(FRAME_HEAD - 4);
        ByteBuffer status = take(FRAME_STATUS - 4);
        ByteBuffer hits = counted(HIT).order(ByteOrder.BIG_ENDIAN);
        return new DaqItem.Frame(open, module, status, hits);
    }

    /** Elements of so many bytes after their number. */
    private ByteBuffer counted(int size) throws IOException {
        return take((long) count(size) * size);
    }

    private int count(int leastBytes) throws IOException {
        long at = bytes.position();
        int count = take(4).getInt();
        if (count < 0 || count > left() / leastBytes) {
            throw broken(at, "%d elements are claimed where the record has %d bytes left".formatted(count, left()));
        }
        return count;
    }

    private long left() {
        return end - bytes.position();
    }

    private ByteBuffer take(long length) throws IOException {
        if (length > left()) {
            throw broken(bytes.position(), "the record ends early");
        }
        if (length > LARGEST) {
            throw bytes.place()
                    .refusal(
                            Km3netCode.TOO_LARGE,
                            bytes.position(),
                            "%d bytes of one record are more than can be held in memory".formatted(length));
        }
        return bytes.next((int) length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private RuntimeException broken(long at, String message) {
        return bytes.place().refusal(Km3netCode.BROKEN, at, message);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
