package org.heralddata.formats.ksy.run;

import java.util.Arrays;
import org.heralddata.formats.ksy.mistake.Failure;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.jspecify.annotations.Nullable;

/**
 * Which bytes belong to a field, and what is done to them: {@code size}, {@code size-eos}, {@code terminator},
 * {@code pad-right}, {@code process}.
 *
 * @param size       null if to the end of the stream, or to the terminator
 * @param terminator null if none; its length is the unit in which it is looked for
 * @param pad        a byte, or negative if there is no padding
 */
@SuppressWarnings("ArrayRecordComponent") // a few bytes, never compared as part of a record
record Region(
        @Nullable Node size,
        boolean toEnd,
        byte @Nullable [] terminator,
        boolean include,
        boolean consume,
        boolean endIsError,
        int pad,
        @Nullable Treatment process) {

    private static final int WINDOW = 120;

    /** True if the bytes are as they stand in the stream. */
    private boolean isPlain() {
        return process == null && pad < 0 && (terminator == null || (size == null && !toEnd));
    }

    /** The bytes, copied. */
    byte[] bytes(Struct self, ByteStream io) {
        if (isPlain()) {
            return held(self, taken(self, io));
        }
        byte[] bytes = held(self, taken(self, io));
        if (size != null || toEnd) {
            bytes = cut(bytes);
        }
        return process == null ? bytes : process.apply(bytes, self);
    }

    /** The bytes as a stream, not copied if they need not be changed. */
    ByteStream stream(Struct self, ByteStream io) {
        if (isPlain() && terminator == null) {
            self.run.hold(WINDOW);
            return io.window(size == null ? io.left() : size.whole(self));
        }
        return ByteStream.of(bytes(self, io));
    }

    private byte[] taken(Struct self, ByteStream io) {
        if (size != null) {
            return io.take(size.whole(self));
        }
        return toEnd || terminator == null ? io.take(io.left()) : terminated(io, terminator);
    }

    private static byte[] held(Struct self, byte[] bytes) {
        self.run.hold(16L + bytes.length);
        return bytes;
    }

    private byte[] terminated(ByteStream io, byte[] end) {
        long length = io.lengthBefore(end);
        if (length < 0) {
            if (endIsError) {
                throw new Failure(
                                KsyCode.END_OF_STREAM,
                                "end of stream reached, but no terminator %s found".formatted(Values.shown(end)))
                        .at(io.offset());
            }
            return io.take(io.left());
        }
        byte[] bytes = io.take(length + (include ? end.length : 0));
        if (consume && !include) {
            io.take(end.length);
        } else if (!consume && include) {
            io.seek(io.pos() - end.length);
        }
        return bytes;
    }

    /** Padding goes before a terminator is looked for, unless they are the same byte. */
    private byte[] cut(byte[] bytes) {
        int length = bytes.length;
        boolean same = terminator != null && terminator.length == 1 && (terminator[0] & 0xff) == pad;
        if (pad >= 0 && !same) {
            while (length > 0 && (bytes[length - 1] & 0xff) == pad) {
                length--;
            }
        }
        if (terminator != null) {
            int unit = terminator.length;
            for (int at = 0; at + unit <= length; at += unit) {
                if (Arrays.equals(bytes, at, at + unit, terminator, 0, unit)) {
                    length = include ? at + unit : at;
                    break;
                }
            }
        }
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }
}
