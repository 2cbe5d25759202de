package org.heralddata.formats.votable;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Makes one blank of several between the values of an ECSV file parted by blanks, as files aligned by hand have them; astropy
 * reads those, STIL does not. Quoted values and files parted by commas pass as they are.
 */
final class SingleBlanks extends FilterInputStream {
    /** Bytes of a row, and of all lines of the header together. */
    private static final int LONGEST = 4 << 20;

    /** The parser of YAML copies all of a word for every thousand letters more. */
    private static final int LONGEST_HEADER_LINE = 1 << 19;

    private static final int DELIMITER_LINE = 256;

    private final StringBuilder headerLine = new StringBuilder();
    private boolean commas;
    private boolean comment;
    private long record;
    private long header;
    private boolean lineStart = true;
    private boolean quoted;
    private int held = -1;

    SingleBlanks(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        if (held >= 0) {
            int next = held;
            held = -1;
            return pass(next);
        }
        int c = in.read();
        if (c != ' ' || commas || comment || quoted) {
            return pass(c);
        }
        while (c == ' ') {
            c = in.read();
        }
        if (lineStart || c < 0 || c == '\n' || c == '\r') {
            return pass(c);
        }
        held = c;
        return ' ';
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        for (int i = 0; i < length; i++) {
            int c = read();
            if (c < 0) {
                return i == 0 ? -1 : i;
            }
            target[from + i] = (byte) c;
            if (c == '\n' && i > 0) {
                return i + 1;
            }
        }
        return length;
    }

    private int pass(int c) throws IOException {
        record = c == '\n' && !quoted ? 0 : record + 1;
        header += comment ? 1 : 0;
        if (record > LONGEST || header > LONGEST) {
            throw new IOException(
                    "a %s is longer than %d bytes".formatted(header > LONGEST ? "header" : "row", LONGEST));
        }
        if (comment && record > LONGEST_HEADER_LINE) {
            throw new IOException("a line of the header is longer than %d bytes".formatted(LONGEST_HEADER_LINE));
        }
        if (lineStart) {
            comment = c == '#';
            headerLine.setLength(0);
        }
        if (comment && c != '\n' && headerLine.length() < DELIMITER_LINE) {
            headerLine.append((char) c);
        }
        if (c == '\n') {
            commas |= comment && headerLine.toString().matches("#\\s*delimiter:\\s*['\"]?,.*\\s*");
        } else if (c == '"' && !comment) {
            quoted = !quoted;
        }
        lineStart = c == '\n';
        return c;
    }
}
