package org.heralddata.formats.corsika;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The sub-blocks of a file from first to last, taken out of their records. */
final class Blocks implements Closeable {
    private final Bytes bytes;
    private final Framing framing;
    private final byte[] head;
    private int headAt;
    private long leftInRecord;
    private long recordLength;

    private Blocks(Bytes bytes, Framing framing, byte[] head) {
        this.bytes = bytes;
        this.framing = framing;
        this.head = head;
    }

    static Blocks open(Path path) throws IOException {
        Bytes bytes = Bytes.open(path);
        try {
            byte[] head = new byte[Framing.NEEDED];
            byte[] got = Arrays.copyOf(head, bytes.read(head, 0, head.length));
            Framing framing = Framing.of(got)
                    .orElseThrow(() -> bytes.place()
                            .refusal(
                                    CorsikaCode.BROKEN,
                                    0,
                                    "this is no CORSIKA file: it does not begin with a `RUNH` sub-block"));
            return new Blocks(bytes, framing, got);
        } catch (IOException | RuntimeException failed) {
            bytes.close();
            throw failed;
        }
    }

    Framing framing() {
        return framing;
    }

    Place place() {
        return bytes.place();
    }

    /** Byte of the file where the next sub-block or record begins. */
    long position() {
        return bytes.position() - (head.length - headAt);
    }

    /** The next sub-block; null at the end of the file. */
    @Nullable
    Block next() throws IOException {
        if (framing.marker() > 0 && leftInRecord == 0 && !beginRecord()) {
            return null;
        }
        long offset = position();
        byte[] block = new byte[framing.blockBytes()];
        int got = read(block);
        if (got == 0 && framing.marker() == 0) {
            return null;
        }
        if (got < block.length) {
            throw truncated();
        }
        if (framing.marker() > 0) {
            leftInRecord -= block.length;
            if (leftInRecord == 0) {
                endRecord();
            }
        }
        return new Block(ByteBuffer.wrap(block).order(framing.order()), offset);
    }

    /** Leaves out what is left of the record, of which the end of a run makes no use. */
    void skipRecord() throws IOException {
        while (leftInRecord > 0 && next() != null) {
            // the next record begins a run
        }
    }

    private boolean beginRecord() throws IOException {
        long offset = position();
        long length = marker(true);
        if (length < 0) {
            return false;
        }
        if (length == 0 || length % framing.blockBytes() != 0) {
            throw bytes.place()
                    .refusal(
                            CorsikaCode.BROKEN,
                            offset,
                            "a record of %d bytes is no multiple of the %d bytes of a sub-block"
                                    .formatted(length, framing.blockBytes()));
        }
        recordLength = length;
        leftInRecord = length;
        return true;
    }

    private void endRecord() throws IOException {
        long offset = position();
        long length = marker(false);
        if (length != recordLength) {
            throw bytes.place()
                    .refusal(
                            CorsikaCode.BROKEN,
                            offset,
                            "a record ends with the length %d and began with %d".formatted(length, recordLength));
        }
    }

    /** -1 if the file ends here and may. */
    private long marker(boolean mayEnd) throws IOException {
        byte[] marker = new byte[framing.marker()];
        int got = read(marker);
        if (got == 0 && mayEnd) {
            return -1;
        }
        if (got < marker.length) {
            throw truncated();
        }
        ByteBuffer value = ByteBuffer.wrap(marker).order(framing.order());
        return marker.length == 4 ? value.getInt() & 0xffff_ffffL : value.getLong() & Long.MAX_VALUE;
    }

    private int read(byte[] target) throws IOException {
        int fromHead = Math.min(target.length, head.length - headAt);
        System.arraycopy(head, headAt, target, 0, fromHead);
        headAt += fromHead;
        return fromHead + bytes.read(target, fromHead, target.length - fromHead);
    }

    private RuntimeException truncated() {
        return bytes.place()
                .refusal(
                        CorsikaCode.TRUNCATED,
                        position(),
                        "the file ends at byte %d within a sub-block".formatted(position()));
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
