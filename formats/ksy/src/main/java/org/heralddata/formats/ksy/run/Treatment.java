package org.heralddata.formats.ksy.run;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.heralddata.formats.ksy.mistake.Failure;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.jspecify.annotations.Nullable;

/** What is done to bytes before they are read. */
sealed interface Treatment {

    byte[] apply(byte[] bytes, Struct self);

    /** Exclusive or with a byte, or with bytes over and over. */
    record Xor(Node key) implements Treatment {

        @Override
        public byte[] apply(byte[] bytes, Struct self) {
            Object value = key.value(self);
            byte[] by = value instanceof Long number ? new byte[] {octet(number)} : Values.bytes(value);
            if (by.length == 0) {
                throw new Failure(KsyCode.BROKEN_PROCESS, "the key of `xor` has no bytes");
            }
            var result = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                result[i] = (byte) (bytes[i] ^ by[i % by.length]);
            }
            return result;
        }

        private static byte octet(long key) {
            if (key < 0 || key > 255) {
                throw new Failure(KsyCode.BROKEN_PROCESS, "the key %d of `xor` is no byte".formatted(key));
            }
            return (byte) key;
        }
    }

    /** Each byte's bits turned to the left by some places; to the right by the negative. */
    record Rotate(Node places, boolean left) implements Treatment {

        @Override
        public byte[] apply(byte[] bytes, Struct self) {
            long told = places.whole(self);
            int by = (int) Math.floorMod(left ? told : -told, 8L);
            var result = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                int octet = bytes[i] & 0xff;
                result[i] = (byte) ((octet << by) | (octet >>> (8 - by)));
            }
            return result;
        }
    }

    /** A zlib stream (RFC 1950). */
    record Inflate() implements Treatment {
        private static final int MOST = 256 << 20;
        private static final int BUFFER = 1 << 16;

        @Override
        public byte[] apply(byte[] bytes, Struct self) {
            var out = new ByteArrayOutputStream();
            var buffer = new byte[BUFFER];
            try (var inflater = new Inflater()) {
                inflater.setInput(bytes);
                while (!inflater.finished()) {
                    int length = inflater.inflate(buffer);
                    if (length == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                        throw new Failure(KsyCode.BROKEN_PROCESS, "the zlib stream breaks off");
                    }
                    self.run.hold(length);
                    self.run.step();
                    if (out.size() > MOST) {
                        throw new Failure(KsyCode.LIMIT, "a zlib stream is larger than %d MB".formatted(MOST >> 20));
                    }
                    out.write(buffer, 0, length);
                }
            } catch (DataFormatException broken) {
                throw new Failure(
                        KsyCode.BROKEN_PROCESS, "the bytes are no zlib stream: " + reason(broken.getMessage()));
            }
            return out.toByteArray();
        }

        private static String reason(@Nullable String message) {
            return message == null ? "damaged" : message;
        }
    }
}
