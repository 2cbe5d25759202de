package org.heralddata.formats.ksy.run;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import org.heralddata.formats.ksy.mistake.Failure;
import org.heralddata.formats.ksy.mistake.KsyCode;
import org.jspecify.annotations.Nullable;

/**
 * An encoding of text by its name. One that Java does not know is a mistake only when text is decoded.
 *
 * @param charset null if not known
 */
record Encoding(String name, @Nullable Charset charset) {

    static Encoding of(String name) {
        try {
            return new Encoding(name, Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return new Encoding(name, null);
        }
    }

    /** Bytes of a unit of which a terminator takes one. */
    int unit() {
        String plain = name.toUpperCase(java.util.Locale.ROOT).replaceAll("[-_]", "");
        return plain.startsWith("UTF16") ? 2 : plain.startsWith("UTF32") ? 4 : 1;
    }

    String decode(byte[] bytes) {
        if (charset == null) {
            throw new Failure(KsyCode.UNKNOWN_ENCODING, "the encoding `%s` is not known".formatted(name));
        }
        return new String(bytes, charset);
    }
}
