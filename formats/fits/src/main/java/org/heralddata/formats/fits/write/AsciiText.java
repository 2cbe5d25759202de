package org.heralddata.formats.fits.write;

import java.nio.charset.StandardCharsets;

/**
 * Text within what FITS allows: printable ASCII. Other characters are written as {@code \}{@code u} and four hexadecimal
 * digits, as in JSON and Java, so that nothing is lost.
 */
final class AsciiText {

    private AsciiText() {}

    static byte[] bytes(String text) {
        return escaped(text).getBytes(StandardCharsets.US_ASCII);
    }

    static String escaped(String text) {
        int plain = 0;
        while (plain < text.length() && isPlain(text.charAt(plain))) {
            plain++;
        }
        if (plain == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, plain);
        for (int i = plain; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isPlain(c)) {
                out.append(c);
            } else {
                out.append("\\u%04x".formatted((int) c));
            }
        }
        return out.toString();
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c <= '~';
    }
}
