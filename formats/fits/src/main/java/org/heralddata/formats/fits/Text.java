package org.heralddata.formats.fits;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Character strings in tables: FITS 4.0, section 7.3.3.1. The standard allows ASCII; UTF-8 and Latin-1 are met too. */
final class Text {

    private Text() {}

    /** The string without trailing blanks; null if there are no bytes or the first is zero, the standard's "null string". */
    static @Nullable String decode(byte[] bytes, int at, int width) {
        if (width == 0 || bytes[at] == 0) {
            return null;
        }
        int end = at;
        boolean ascii = true;
        while (end < at + width && bytes[end] != 0) {
            ascii &= bytes[end] > 0;
            end++;
        }
        while (end > at && bytes[end - 1] == ' ') {
            end--;
        }
        return ascii
                ? new String(bytes, at, end - at, StandardCharsets.ISO_8859_1)
                : beyondAscii(ByteBuffer.wrap(bytes, at, end - at));
    }

    private static String beyondAscii(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
        } catch (CharacterCodingException notUtf8) {
            return StandardCharsets.ISO_8859_1.decode(bytes).toString();
        }
    }
}
