package org.heralddata.formats.km3net;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lines of a text file, each with its place. */
final class Lines implements Closeable {
    private static final int LONGEST = 1 << 16;
    private static final Pattern NUMBER = Pattern.compile("[+-]?((\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?|inf|nan)");

    private final Bytes bytes;
    private long offset;
    private int number;

    Lines(Bytes bytes) {
        this.bytes = bytes;
    }

    Place place() {
        return bytes.place();
    }

    /** Byte at which the line read last begins. */
    long offset() {
        return offset;
    }

    /** Number of the line read last, from 1. */
    int number() {
        return number;
    }

    /** The next line without its end; null after the last. */
    @Nullable
    String next() throws IOException {
        offset = bytes.position();
        var line = new ByteArrayOutputStream();
        int next = bytes.read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n'; next = bytes.read()) {
            if (line.size() == LONGEST) {
                throw place().refusal(
                                Km3netCode.TOO_LARGE,
                                offset,
                                "line %d has more than %d characters".formatted(number + 1, LONGEST));
            }
            line.write(next);
        }
        number++;
        return line.toString(StandardCharsets.ISO_8859_1).replace("\r", "");
    }

    /** A floating-point number of the line read last. */
    double number(String word) {
        if (!NUMBER.matcher(word).matches()) {
            throw place().refusal(Km3netCode.BROKEN, offset, "`%s` in line %d is no number".formatted(word, number));
        }
        return Double.parseDouble(word.replace("inf", "Infinity").replace("nan", "NaN"));
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
