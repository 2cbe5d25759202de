package org.heralddata.formats.eventio;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A block of CORSIKA words of 4 bytes, counted from 1 as in the User's Guide.
 *
 * @param bytes  of its length, in the file's byte order
 * @param offset byte of the file, after decompression
 */
record Block(ByteBuffer bytes, long offset) {

    int words() {
        return bytes.capacity() / 4;
    }

    /** The first word as text, such as {@code EVTH}. */
    String tag() {
        return StandardCharsets.ISO_8859_1.decode(bytes.slice(0, 4)).toString();
    }

    float word(int number) {
        return bytes.getFloat(4 * (number - 1));
    }
}
