package org.heralddata.formats.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The beginning of a text, to find out how it is laid out.
 *
 * @param bytes   whole lines from the first, without a byte order mark
 * @param lines   the same as text, without line ends
 * @param newline the byte that ends a line
 */
@SuppressWarnings("ArrayRecordComponent") // shared within the package only, never changed
record TextHead(byte[] bytes, List<String> lines, byte newline) {

    /** Bytes looked at. */
    static final int LENGTH = 1 << 18;

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    static TextHead of(InputStream in) throws IOException {
        return of(in.readNBytes(LENGTH));
    }

    /** From the first bytes; if there are {@code LENGTH} or more, an unfinished last line is left out. */
    static TextHead of(byte[] first) {
        return of(first, first.length >= LENGTH);
    }

    static TextHead of(byte[] first, boolean cut) {
        byte[] bytes =
                first.length >= 3 && first[0] == (byte) 0xef && first[1] == (byte) 0xbb && first[2] == (byte) 0xbf
                        ? Arrays.copyOfRange(first, 3, first.length)
                        : first;
        byte newline = newline(bytes);
        int end = bytes.length;
        if (cut) {
            while (end > 0 && bytes[end - 1] != newline) {
                end--;
            }
            if (end == 0) {
                end = bytes.length;
            }
        }
        bytes = Arrays.copyOf(bytes, end);
        var lines = new ArrayList<String>();
        int from = 0;
        for (int p = 0; p <= bytes.length; p++) {
            if (p == bytes.length ? p > from : bytes[p] == newline) {
                int to = p > from && bytes[p - 1] == '\r' ? p - 1 : p;
                lines.add(decode(bytes, from, to));
                from = p + 1;
            }
        }
        return new TextHead(bytes, List.copyOf(lines), newline);
    }

    private static byte newline(byte[] bytes) {
        boolean returns = false;
        for (byte b : bytes) {
            if (b == '\n') {
                return '\n';
            }
            returns |= b == '\r';
        }
        return (byte) (returns ? '\r' : '\n');
    }

    private static String decode(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, isUtf8(bytes, from, to) ? StandardCharsets.UTF_8 : WINDOWS);
    }

    static boolean isUtf8(byte[] bytes, int from, int to) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            return true;
        } catch (CharacterCodingException no) {
            return false;
        }
    }

    /** True if it holds bytes that no text holds: zeros, or more than a few control characters. */
    boolean isBinary() {
        int controls = 0;
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
            if (b > 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 27) {
                controls++;
            }
        }
        return controls * 100 > bytes.length;
    }
}
