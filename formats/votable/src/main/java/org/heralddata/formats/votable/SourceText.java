package org.heralddata.formats.votable;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.heralddata.model.diagnostic.Location;
import org.heralddata.spi.FileHead;

/** A text file, gzip or not: its bytes, and its lines for diagnostics. */
record SourceText(Path file) {
    private static final int LONGEST_LINE = 160;
    private static final int BUFFER = 1 << 16;

    InputStream open() throws IOException {
        boolean gzipped = FileHead.of(file).gzipped();
        InputStream raw = Files.newInputStream(file);
        try {
            return gzipped ? new GZIPInputStream(raw, BUFFER) : new BufferedInputStream(raw, BUFFER);
        } catch (IOException broken) {
            raw.close();
            throw broken;
        }
    }

    /** The place of a character, with as much of its line as fits a terminal. */
    Location at(int line, int column) {
        if (line < 1) {
            return new Location.InFile(file.toString(), null, -1);
        }
        return new Location.InText(file.toString(), line, Math.max(1, Math.min(column, LONGEST_LINE)), 1, text(line));
    }

    private String text(int wanted) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8))) {
            StringBuilder text = new StringBuilder();
            int line = 1;
            for (int c = reader.read(); c >= 0 && line <= wanted && text.length() < LONGEST_LINE; c = reader.read()) {
                if (c == '\n') {
                    line++;
                } else if (line == wanted) {
                    text.append((char) c);
                }
            }
            return text.toString();
        } catch (IOException unreadable) {
            return "";
        }
    }
}
