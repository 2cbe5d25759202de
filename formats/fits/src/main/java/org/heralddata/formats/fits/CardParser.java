package org.heralddata.formats.fits;

import java.util.Locale;

/** Parses one 80-character record of a header: FITS 4.0, sections 4.1 and 4.2, and the HIERARCH convention. */
final class CardParser {
    private static final int KEY = 8;

    private CardParser() {}

    static Card parse(String record, long offset) {
        String key = record.substring(0, KEY).stripTrailing().toUpperCase(Locale.ROOT);
        int equals = record.indexOf('=');
        if (key.equals("HIERARCH") && equals > 0) {
            String words = record.substring(KEY, equals).strip().toUpperCase(Locale.ROOT);
            return value(words.isEmpty() ? key : words, record.substring(equals + 1), offset);
        }
        if (record.startsWith("= ", KEY) || key.equals("CONTINUE")) {
            return value(key, record.substring(KEY + 2), offset);
        }
        return new Card(key, record.substring(KEY).stripTrailing(), false, "", offset);
    }

    private static Card value(String key, String field, long offset) {
        String trimmed = field.stripLeading();
        if (!trimmed.startsWith("'")) {
            int slash = trimmed.indexOf('/');
            return slash < 0
                    ? new Card(key, trimmed.strip(), false, "", offset)
                    : new Card(
                            key,
                            trimmed.substring(0, slash).strip(),
                            false,
                            trimmed.substring(slash + 1).strip(),
                            offset);
        }
        var value = new StringBuilder();
        int i = 1;
        while (i < trimmed.length()) {
            char c = trimmed.charAt(i++);
            if (c == '\'') {
                if (i < trimmed.length() && trimmed.charAt(i) == '\'') {
                    i++;
                } else {
                    break;
                }
            }
            value.append(c);
        }
        int slash = trimmed.indexOf('/', i);
        String comment = slash < 0 ? "" : trimmed.substring(slash + 1).strip();
        return new Card(key, value.toString().stripTrailing(), true, comment, offset);
    }
}
