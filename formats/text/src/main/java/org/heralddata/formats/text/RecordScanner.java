package org.heralddata.formats.text;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Cuts text into records and fields, in place in one buffer. Quotes as in RFC 4180, also after leading blanks; blanks
 * around unquoted fields are not part of them.
 *
 * <p>Fields of the current record lie in {@link #bytes} from {@link #start} to {@link #end}, until the next record.
 */
final class RecordScanner implements Closeable {

    /** Stands for runs of blanks and tabs as delimiter. */
    static final byte BLANKS = ' ';

    static final byte QUOTED = 1;
    /** Quoted, with doubled quotes inside. */
    static final byte ESCAPED = 2;

    private static final int LONGEST_RECORD = 1 << 26;
    private static final int MOST_FIELDS = 100_000;
    private static final int SHOWN = 240;

    private final InputStream in;
    private final String file;
    private final byte delimiter;
    private final byte newline;
    private final String comments;
    private final boolean blankLinesAreRows;
    private final int @Nullable [] ruler;

    byte[] bytes = new byte[1 << 17];
    int[] start = new int[64];
    int[] end = new int[64];
    byte[] flags = new byte[64];
    int count;

    private int record;
    private int limit;
    private int after;
    private boolean exhausted;
    private long line = 1;
    private int extraLines;
    private long commentLines;

    /**
     * @param comments characters that begin a comment line; may be empty
     * @param ruler    where columns begin, for a text cut at blanks with empty cells; null to take every piece as a field
     */
    RecordScanner(
            InputStream in,
            String file,
            byte delimiter,
            byte newline,
            String comments,
            boolean blankLinesAreRows,
            int @Nullable [] ruler) {
        this.in = in;
        this.file = file;
        this.delimiter = delimiter;
        this.newline = newline;
        this.comments = comments;
        this.blankLinesAreRows = blankLinesAreRows;
        this.ruler = ruler;
    }

    /** Number of the line that the current record begins on, from 1. */
    long line() {
        return line;
    }

    /** Lines passed over as comments since the start. */
    long commentLines() {
        return commentLines;
    }

    /** Passes over whole lines, whatever they hold. */
    void skipLines(long lines) throws IOException {
        for (long i = 0; i < lines; i++) {
            skipLine();
        }
    }

    /** Moves to the next record that is neither a comment nor a blank line; false after the last. */
    boolean next() throws IOException {
        while (true) {
            line += extraLines;
            extraLines = 0;
            record = after;
            if (record == limit && !fill()) {
                count = 0;
                return false;
            }
            if (!comments.isEmpty() && atComment()) {
                skipLine();
                commentLines++;
                continue;
            }
            while (!cut()) {
                fill();
            }
            boolean blank = count == 1 && start[0] == end[0] && (flags[0] & QUOTED) == 0;
            if (!blank || blankLinesAreRows) {
                if (ruler != null) {
                    align(ruler);
                }
                return true;
            }
        }
    }

    /** Puts each piece into the column whose beginning is nearest; pieces of one column become one field. */
    private void align(int[] places) {
        int[] from = new int[places.length];
        int[] to = new int[places.length];
        Arrays.fill(from, -1);
        for (int i = 0; i < count; i++) {
            int place = start[i] - record;
            int nearest = 0;
            for (int c = 1; c < places.length; c++) {
                if (Math.abs(places[c] - place) < Math.abs(places[nearest] - place)) {
                    nearest = c;
                }
            }
            from[nearest] = from[nearest] < 0 ? start[i] : from[nearest];
            to[nearest] = end[i];
        }
        count = 0;
        for (int c = 0; c < places.length; c++) {
            add(Math.max(record, from[c]), from[c] < 0 ? record : to[c], (byte) 0);
        }
    }

    private boolean atComment() throws IOException {
        int p = skipBlanks(record);
        while (p == limit && fill()) {
            if (exhausted) {
                return false;
            }
            p = skipBlanks(record);
        }
        return p < limit && comments.indexOf(bytes[p]) >= 0;
    }

    private void skipLine() throws IOException {
        line += extraLines;
        extraLines = 0;
        record = after;
        while (true) {
            for (int p = record; p < limit; p++) {
                if (bytes[p] == newline) {
                    after = p + 1;
                    line++;
                    return;
                }
            }
            after = limit;
            record = limit;
            if (!fill()) {
                return;
            }
        }
    }

    /** Cuts the record at {@link #record}; false if the buffer ends before it does and there may be more. */
    private boolean cut() {
        count = 0;
        extraLines = 1;
        int p = record;
        if (delimiter == BLANKS) {
            p = skipBlanks(p);
        }
        while (true) {
            if (delimiter != BLANKS) {
                p = skipBlanks(p);
            }
            boolean quoted = p < limit && bytes[p] == '"';
            p = quoted ? quoted(p) : bare(p);
            if (p < 0) {
                return false;
            }
            if (p == limit) {
                after = p;
                return exhausted;
            }
            if (bytes[p] == newline) {
                after = p + 1;
                return true;
            }
            p++;
            if (delimiter == BLANKS) {
                p = skipBlanks(p);
                if (p < limit && bytes[p] == newline) {
                    after = p + 1;
                    return true;
                }
                if (p == limit) {
                    after = p;
                    return exhausted;
                }
            }
        }
    }

    private int skipBlanks(int from) {
        int p = from;
        while (p < limit && isBlank(bytes[p])) {
            p++;
        }
        return p;
    }

    private boolean isBlank(byte b) {
        return b == ' ' || (b == '\t' && delimiter != '\t') || (b == '\r' && newline != '\r');
    }

    private int bare(int from) {
        byte[] text = bytes;
        int p = from;
        int stop = limit;
        byte mark = delimiter;
        byte eol = newline;
        if (mark == BLANKS) {
            while (p < stop && text[p] != ' ' && text[p] != '\t' && text[p] != eol) {
                p++;
            }
        } else {
            while (p < stop && text[p] != mark && text[p] != eol) {
                p++;
            }
        }
        if (p == stop && !exhausted) {
            return -1;
        }
        int last = p;
        while (last > from && isBlank(text[last - 1])) {
            last--;
        }
        add(from, last, (byte) 0);
        return p;
    }

    private int quoted(int from) {
        int p = from + 1;
        byte how = QUOTED;
        while (true) {
            while (p < limit && bytes[p] != '"') {
                if (bytes[p] == newline) {
                    extraLines++;
                }
                p++;
            }
            if (p == limit) {
                if (exhausted) {
                    throw refusal(TextCode.BAD_QUOTE, "a quoted field is not closed", from, 1, "opened here", """
                            close it with a second `"`; a `"` within a quoted field is written twice""");
                }
                return -1;
            }
            if (p + 1 == limit && !exhausted) {
                return -1;
            }
            if (p + 1 < limit && bytes[p + 1] == '"') {
                how |= ESCAPED;
                p += 2;
                continue;
            }
            break;
        }
        int close = p++;
        while (p < limit && isBlank(bytes[p]) && !(delimiter == BLANKS && bytes[p] != '\r')) {
            p++;
        }
        if (p == limit && !exhausted) {
            return -1;
        }
        boolean ended =
                p == limit || bytes[p] == newline || bytes[p] == delimiter || (delimiter == BLANKS && bytes[p] == '\t');
        if (!ended) {
            throw refusal(TextCode.BAD_QUOTE, "text follows the closing quote of a field", p, 1, null, """
                    a `"` within a quoted field is written twice""");
        }
        add(from + 1, close, how);
        return p;
    }

    private void add(int from, int to, byte how) {
        if (count == start.length) {
            if (count >= MOST_FIELDS) {
                throw refusal(
                        TextCode.LONG_LINE,
                        "a row has more than %d fields".formatted(MOST_FIELDS),
                        from,
                        1,
                        null,
                        null);
            }
            start = Arrays.copyOf(start, count * 2);
            end = Arrays.copyOf(end, count * 2);
            flags = Arrays.copyOf(flags, count * 2);
        }
        start[count] = from;
        end[count] = to;
        flags[count++] = how;
    }

    /** Brings more bytes behind those of the current record; false if there are none. */
    private boolean fill() throws IOException {
        if (exhausted) {
            return false;
        }
        int kept = limit - record;
        if (record > 0) {
            System.arraycopy(bytes, record, bytes, 0, kept);
            record = 0;
            after = 0;
            limit = kept;
        }
        if (limit == bytes.length) {
            if (limit >= LONGEST_RECORD) {
                throw refusal(
                        TextCode.LONG_LINE,
                        "a row is longer than %d MiB".formatted(LONGEST_RECORD >> 20),
                        0,
                        1,
                        "begins here",
                        "look for a quote that is not closed; or the file is no table of lines");
            }
            bytes = Arrays.copyOf(bytes, limit * 2);
        }
        int read = in.read(bytes, limit, bytes.length - limit);
        if (read < 0) {
            exhausted = true;
            return kept > 0;
        }
        limit += read;
        return true;
    }

    /** The text of a field, quotes undone. */
    String text(int field, Charset charset) {
        String text = new String(bytes, start[field], end[field] - start[field], charset);
        return (flags[field] & ESCAPED) == 0 ? text : text.replace("\"\"", "\"");
    }

    /** A refusal that points at a field of the current record. */
    Refusal refusal(TextCode code, String message, int field, @Nullable String label, @Nullable String help) {
        return refusal(code, message, start[field], end[field] - start[field], label, help);
    }

    /** A refusal that points at the current record as a whole. */
    Refusal refusal(TextCode code, String message, @Nullable String help) {
        return refusal(code, message, record, 1, null, help);
    }

    private Refusal refusal(
            TextCode code, String message, int at, int length, @Nullable String label, @Nullable String help) {
        int from = at;
        while (from > record && bytes[from - 1] != newline) {
            from--;
        }
        int to = at;
        while (to < limit && bytes[to] != newline && to - from < SHOWN) {
            to++;
        }
        if (at - from > SHOWN - 40) {
            from = at - (SHOWN - 40);
        }
        long down = 0;
        for (int p = record; p < at; p++) {
            down += bytes[p] == newline ? 1 : 0;
        }
        String shown = new String(bytes, from, to - from, StandardCharsets.UTF_8).stripTrailing();
        int column = new String(bytes, from, at - from, StandardCharsets.UTF_8).length() + 1;
        var place = new Location.InText(
                file, (int) Math.min(Integer.MAX_VALUE, line + down), column, Math.max(1, length), shown);
        Diagnostic told = Diagnostic.error(code, message, place).helped(help == null ? null : help.strip());
        return new Refusal(label == null ? told : told.labelled(label));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
