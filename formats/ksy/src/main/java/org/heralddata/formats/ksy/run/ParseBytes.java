package org.heralddata.formats.ksy.run;

import java.util.Arrays;
import org.heralddata.formats.ksy.mistake.Failure;
import org.heralddata.formats.ksy.mistake.KsyCode;

/** Reads bytes. */
final class ParseBytes extends Parse {
    private final Region region;

    ParseBytes(Region region) {
        super(Kind.BYTES);
        this.region = region;
    }

    @Override
    Object object(Struct self, ByteStream io) {
        return region.bytes(self, io);
    }

    /** Bytes that must be what they are. */
    static final class Fixed extends Parse {
        private final byte[] contents;

        Fixed(byte[] contents) {
            super(Kind.BYTES);
            this.contents = contents;
        }

        @Override
        Object object(Struct self, ByteStream io) {
            long at = io.offset();
            byte[] bytes = io.take(contents.length);
            if (!Arrays.equals(bytes, contents)) {
                throw new Failure(
                                KsyCode.NOT_EQUAL,
                                "%s stands where %s must".formatted(Values.shown(bytes), Values.shown(contents)))
                        .at(at);
            }
            return bytes;
        }
    }
}
