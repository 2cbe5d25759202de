package org.heralddata.formats.ksy.expr;

/**
 * A word of the language.
 *
 * @param text as written; of a text its value; of the format text what stands between its quotes
 * @param at   first character, from 0
 * @param end  after the last character
 */
record Token(Kind kind, String text, int at, int end) {

    enum Kind {
        NAME,
        WHOLE,
        REAL,
        TEXT,
        FORMAT,
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String word) {
        return kind == Kind.NAME && text.equals(word);
    }

    /** As diagnostics name it. */
    String shown() {
        return kind == Kind.END ? "the end" : "`" + text + "`";
    }
}
