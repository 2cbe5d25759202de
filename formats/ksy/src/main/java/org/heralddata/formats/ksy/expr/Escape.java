package org.heralddata.formats.ksy.expr;

/** What a backslash stands for in a text in double quotes. */
final class Escape {
    private static final String LETTERS = "abtnvfre\"'\\{}";
    private static final String MEANT = "\u0007\b\t\n\u000b\f\r\u001b\"'\\{}";

    private Escape() {}

    /**
     * Appends the character that is meant.
     *
     * @param at after the backslash
     * @return after what belongs to it
     */
    static int append(String text, int at, StringBuilder value) throws ExpressionException {
        if (at == text.length()) {
            throw new ExpressionException("a backslash ends the text", at - 1, 1);
        }
        char c = text.charAt(at);
        int known = LETTERS.indexOf(c);
        if (known >= 0) {
            value.append(MEANT.charAt(known));
            return at + 1;
        }
        if (c == 'u') {
            int code = number(text, at + 1, 4, 16);
            if (at + 5 > text.length() || code < 0) {
                throw new ExpressionException("`\\u` takes four hexadecimal digits", at - 1, 2);
            }
            value.append((char) code);
            return at + 5;
        }
        int end = at;
        while (end < text.length() && end < at + 3 && Character.digit(text.charAt(end), 8) >= 0) {
            end++;
        }
        if (end == at) {
            throw new ExpressionException("`\\%s` stands for nothing".formatted(c), at - 1, 2);
        }
        value.append((char) number(text, at, end - at, 8));
        return end;
    }

    private static int number(String text, int from, int length, int radix) {
        int value = 0;
        for (int i = from; i < from + length; i++) {
            int digit = i < text.length() ? Character.digit(text.charAt(i), radix) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value;
    }
}
