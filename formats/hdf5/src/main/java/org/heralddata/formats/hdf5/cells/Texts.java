package org.heralddata.formats.hdf5.cells;

import java.nio.charset.StandardCharsets;

/** Characters as files hold them: UTF-8, whatever is declared, or else Latin-1. */
final class Texts {
    private static final char UNDECODABLE = '\ufffd';

    private Texts() {}

    /** The text of at most {@code size} bytes, up to the first zero byte. */
    static String of(byte[] raw, int at, int size) {
        int length = 0;
        while (length < size && raw[at + length] != 0) {
            length++;
        }
        String text = new String(raw, at, length, StandardCharsets.UTF_8);
        return text.indexOf(UNDECODABLE) < 0 ? text : new String(raw, at, length, StandardCharsets.ISO_8859_1);
    }
}
