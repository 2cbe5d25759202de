package org.heralddata.formats.fits.write;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Composes a header. Long texts go on in CONTINUE records (FITS 4.0, section 4.2.1.2); keys that are no standard keyword
 * use the HIERARCH convention.
 */
final class CardWriter {
    private static final int RECORD = 80;
    private static final int BLOCK = 2880;
    private static final Pattern KEYWORD = Pattern.compile("[A-Z0-9_-]{1,8}");

    private final StringBuilder out = new StringBuilder();

    CardWriter logical(String key, boolean value) {
        return fixed(key, value ? "T" : "F");
    }

    CardWriter integer(String key, long value) {
        return fixed(key, Long.toString(value));
    }

    /** A number that no {@code long} holds. */
    CardWriter number(String key, String digits) {
        return fixed(key, digits);
    }

    /** A text of any length; characters beyond ASCII are escaped, white space becomes blanks. */
    CardWriter text(String key, String value) {
        String name = key.toUpperCase(Locale.ROOT);
        String start = KEYWORD.matcher(name).matches() ? "%-8s= ".formatted(name) : "HIERARCH " + name + " = ";
        String text = AsciiText.escaped(value.replaceAll("\\s+", " ")).replace("'", "''");
        if (start.length() + text.length() + 2 <= RECORD) {
            return record(start + "'" + "%-8s".formatted(text) + "'");
        }
        String prefix = start;
        int from = 0;
        while (from < text.length() || from == 0) {
            int to = Math.min(text.length(), from + Math.max(1, RECORD - prefix.length() - 3));
            if (to < text.length() && splitsQuotes(text, from, to)) {
                to--;
            }
            String more = to < text.length() ? "&" : "";
            record(prefix + "'" + text.substring(from, to) + more + "'");
            prefix = "CONTINUE  ";
            from = to;
        }
        return this;
    }

    CardWriter comment(String text) {
        return record("COMMENT " + text);
    }

    /** The header with its END, filled up to whole blocks. */
    byte[] bytes() {
        record("END");
        while (out.length() % BLOCK != 0) {
            out.append(' ');
        }
        return out.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** True if a pair of quotes, which means one, would be torn apart. */
    private static boolean splitsQuotes(String text, int from, int to) {
        int quotes = 0;
        for (int i = to - 1; i >= from && text.charAt(i) == '\''; i--) {
            quotes++;
        }
        return quotes % 2 != 0;
    }

    private CardWriter fixed(String key, String value) {
        return record("%-8s= %20s".formatted(key, value));
    }

    private CardWriter record(String text) {
        out.append(text).repeat(' ', RECORD - text.length());
        return this;
    }
}
