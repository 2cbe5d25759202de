package org.heralddata.formats.text;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.heralddata.model.table.ColumnType;
import org.jspecify.annotations.Nullable;

/** What all fields of a column are, gathered over the whole file. */
final class ColumnProfile {
    private final MissingWords missing;
    private long nans;
    private long integers;
    private long decimals;
    private long flags;
    private long moments;
    private long words;
    private boolean empty = true;
    private boolean tooLong;
    private boolean unsignedToo = true;
    private boolean roundable = true;
    private boolean utf8 = true;
    private @Nullable Word firstWord;

    /**
     * A field that is no number.
     *
     * @param text at most 60 characters of it
     * @param line the line it stands on
     * @param numbersBefore numbers in the column above it
     */
    record Word(String text, long line, long numbersBefore) {}

    ColumnProfile(MissingWords missing) {
        this.missing = missing;
    }

    void add(RecordScanner row, int field) {
        byte[] text = row.bytes;
        int start = row.start[field];
        int end = row.end[field];
        if (start == end) {
            empty &= (row.flags[field] & RecordScanner.QUOTED) == 0;
            return;
        }
        empty = false;
        switch (Numbers.kind(text, start, end)) {
            case INTEGER -> integer(text, start, end);
            case DECIMAL, INFINITE -> {
                decimals += missing.has(text, start, end) ? 0 : 1;
            }
            case NAN -> {
                nans += missing.has(text, start, end) ? 0 : 1;
            }
            case OTHER -> other(row, field, start, end);
        }
    }

    private void integer(byte[] text, int start, int end) {
        if (missing.has(text, start, end)) {
            return;
        }
        integers++;
        if (text[start] == '-') {
            unsignedToo = false;
        }
        if (end - start > 18) {
            String digits = new String(text, start, end - start, StandardCharsets.ISO_8859_1);
            try {
                Long.parseLong(digits);
            } catch (NumberFormatException over) {
                tooLong = true;
                roundable &= end - start < 400 && isRound(digits);
                try {
                    Long.parseUnsignedLong(digits);
                } catch (NumberFormatException overAgain) {
                    unsignedToo = false;
                }
            }
        }
    }

    private static boolean isRound(String digits) {
        double nearest = Double.parseDouble(digits);
        return Double.isFinite(nearest) && new BigDecimal(nearest).compareTo(new BigDecimal(digits)) == 0;
    }

    private void other(RecordScanner row, int field, int start, int end) {
        byte[] text = row.bytes;
        if (missing.has(text, start, end)) {
            return;
        }
        if (Numbers.matches(text, start, end, "true") || Numbers.matches(text, start, end, "false")) {
            flags++;
            word(row, field);
        } else if (Timestamps.parse(text, start, end) != Timestamps.NONE) {
            moments++;
            word(row, field);
        } else {
            words++;
            word(row, field);
            for (int p = start; utf8 && p < end; p++) {
                if (text[p] < 0) {
                    utf8 = TextHead.isUtf8(text, start, end);
                    break;
                }
            }
        }
    }

    private void word(RecordScanner row, int field) {
        if (firstWord == null) {
            String text = row.text(field, StandardCharsets.UTF_8);
            firstWord = new Word(text.substring(0, Math.min(60, text.length())), row.line(), numbers());
        }
    }

    /** The narrowest type that holds every field as it is. */
    ColumnType type() {
        boolean numeric = numbers() > 0;
        int kinds = (numeric ? 1 : 0) + (flags > 0 ? 1 : 0) + (moments > 0 ? 1 : 0) + (words > 0 ? 1 : 0);
        if (kinds > 1 || words > 0) {
            return ColumnType.STRING;
        }
        if (flags > 0) {
            return ColumnType.BOOL;
        }
        if (moments > 0) {
            return ColumnType.TIMESTAMP;
        }
        if (decimals > 0 || nans > 0 || integers == 0) {
            return ColumnType.FLOAT64;
        }
        if (!tooLong) {
            return ColumnType.INT64;
        }
        if (unsignedToo) {
            return ColumnType.UINT64;
        }
        return roundable ? ColumnType.FLOAT64 : ColumnType.STRING;
    }

    long numbers() {
        return integers + decimals;
    }

    /** Fields that are neither numbers nor missing. */
    long others() {
        return flags + moments + words;
    }

    /** True if every field is empty and unquoted. */
    boolean isEmpty() {
        return empty;
    }

    boolean isUtf8() {
        return utf8;
    }

    @Nullable
    Word firstWord() {
        return firstWord;
    }
}
