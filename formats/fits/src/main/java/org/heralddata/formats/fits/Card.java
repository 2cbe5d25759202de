package org.heralddata.formats.fits;

/**
 * One header record, with the records that continue it.
 *
 * @param key     upper-case keyword; of a {@code HIERARCH} record the words after it
 * @param value   as text, strings without quotes; the text of a {@code COMMENT} or {@code HISTORY}
 * @param text    true if the value is a character string
 * @param comment may be empty
 * @param offset  byte of the record in the file
 */
record Card(String key, String value, boolean text, String comment, long offset) {

    static final int LENGTH = 80;

    Card continuedBy(Card next) {
        String more = comment.isEmpty() || next.comment.isEmpty() ? next.comment : " " + next.comment;
        return new Card(key, value.substring(0, value.length() - 1) + next.value, text, comment + more, offset);
    }

    boolean isContinued() {
        return text && value.endsWith("&");
    }

    boolean isCommentary() {
        return key.equals("COMMENT") || key.equals("HISTORY");
    }
}
