package org.heralddata.formats.km3net;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of an event list (EVT): a tag, a colon, and what belongs to it. */
final class EvtWalk implements Closeable {
    private static final String RUN = "start_run";
    private static final String EVENT = "start_event";
    private static final String END = "end_event";

    private final Lines lines;
    private boolean open;
    private boolean inHeader;

    EvtWalk(Lines lines) {
        this.lines = lines;
    }

    /** A line. */
    record Line(String tag, String text) {
        boolean beginsEvent() {
            return tag.equals(EVENT);
        }

        boolean endsEvent() {
            return tag.equals(END);
        }

        private static Optional<Line> of(String text) {
            int colon = text.indexOf(':');
            return colon <= 0
                    ? Optional.empty()
                    : Optional.of(new Line(
                            text.substring(0, colon).strip(),
                            text.substring(colon + 1).strip()));
        }
    }

    /** True if a text begins like an event list. */
    static boolean begins(String text) {
        return text.startsWith(RUN + ":") || text.startsWith(EVENT + ":");
    }

    /** True after the line read last if it belongs to the run and to no event. */
    boolean inHeader() {
        return inHeader;
    }

    /** The next line that says something; null at the end. */
    @Nullable
    Line next() throws IOException {
        for (String text = lines.next(); text != null; text = lines.next()) {
            if (text.isBlank()) {
                continue;
            }
            Line line = Line.of(text.strip()).orElseThrow(() -> broken("line %d has no tag".formatted(lines.number())));
            follow(line);
            return line;
        }
        if (open) {
            throw lines.place()
                    .refusal(Km3netCode.TRUNCATED, lines.offset(), "the file ends before `%s:`".formatted(END));
        }
        return null;
    }

    private void follow(Line line) {
        boolean begins = line.beginsEvent() || line.tag().equals(RUN);
        if (begins == open) {
            throw broken("`%s` in line %d comes %s"
                    .formatted(line.tag(), lines.number(), open ? "within an event" : "outside of events"));
        }
        if (begins) {
            inHeader = line.tag().equals(RUN);
        }
        open = !line.endsEvent();
    }

    /** All words of the line read last as numbers. */
    double[] numbers(Line line) {
        if (line.text().isEmpty()) {
            return new double[0];
        }
        return Arrays.stream(line.text().split("\\s+", -1))
                .mapToDouble(lines::number)
                .toArray();
    }

    RuntimeException broken(String message) {
        return lines.place().refusal(Km3netCode.BROKEN, lines.offset(), message);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
