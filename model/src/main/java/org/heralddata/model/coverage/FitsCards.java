package org.heralddata.model.coverage;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A header of a FITS file (FITS 4.0, section 4).
 *
 * @param end where the data behind it begin
 */
record FitsCards(Map<String, String> values, int end) {
    private static final int CARD = 80;
    private static final int BLOCK = 2880;

    static FitsCards at(byte[] file, int start) throws MocSyntaxException {
        Map<String, String> values = new HashMap<>();
        for (int at = start; at + CARD <= file.length; at += CARD) {
            String card = new String(file, at, CARD, StandardCharsets.ISO_8859_1);
            String keyword = card.substring(0, 8).strip();
            if (keyword.equals("END")) {
                int length = (at + CARD - start + BLOCK - 1) / BLOCK * BLOCK;
                return new FitsCards(values, Math.min(file.length, start + length));
            }
            if (card.startsWith("= ", 8)) {
                values.putIfAbsent(keyword, value(card.substring(10).strip()));
            }
        }
        throw new MocSyntaxException("a header of the FITS file has no end");
    }

    private static String value(String written) {
        int quote = written.indexOf('\'', 1);
        if (written.startsWith("'") && quote > 0) {
            return written.substring(1, quote).strip();
        }
        int comment = written.indexOf('/');
        return (comment < 0 ? written : written.substring(0, comment)).strip();
    }

    boolean has(String keyword) {
        return values.containsKey(keyword);
    }

    /** Empty if there is none. */
    String text(String keyword) {
        return values.getOrDefault(keyword, "");
    }

    long number(String keyword) throws MocSyntaxException {
        String written = text(keyword);
        if (!written.matches("[+-]?\\d{1,18}")) {
            throw new MocSyntaxException("the header has no number %s".formatted(keyword));
        }
        return Long.parseLong(written);
    }
}
