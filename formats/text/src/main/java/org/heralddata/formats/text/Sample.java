package org.heralddata.formats.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heralddata.model.diagnostic.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The first records of a text, cut at one delimiter.
 *
 * @param records their fields
 * @param lines   the line that each begins on, from 1
 * @param broken  what stopped the cutting early; null if nothing did
 */
record Sample(
        byte delimiter,
        List<List<Field>> records,
        List<Long> lines,
        @Nullable Refusal broken) {
    private static final int RECORDS = 400;

    /** A field and what it is. */
    record Field(String text, boolean quoted, Numbers.Kind kind) {
        boolean isNumber() {
            return kind != Numbers.Kind.OTHER && kind != Numbers.Kind.NAN;
        }

        boolean isWord(TextOptions options) {
            return kind == Numbers.Kind.OTHER
                    && !options.missing().contains(text)
                    && Timestamps.parse(text) == Timestamps.NONE;
        }
    }

    static Sample of(TextHead head, byte delimiter, long skipped, String comments) throws IOException {
        var records = new ArrayList<List<Field>>();
        var lines = new ArrayList<Long>();
        var in = new ByteArrayInputStream(head.bytes());
        try (var scanner = new RecordScanner(in, "", delimiter, head.newline(), comments, false, null)) {
            scanner.skipLines(skipped);
            while (records.size() < RECORDS && scanner.next()) {
                lines.add(scanner.line());
                records.add(fields(scanner));
            }
        } catch (Refusal broken) {
            return new Sample(delimiter, records, lines, broken);
        }
        return new Sample(delimiter, records, lines, null);
    }

    private static List<Field> fields(RecordScanner scanner) {
        var fields = new ArrayList<Field>();
        for (int i = 0; i < scanner.count; i++) {
            fields.add(new Field(
                    scanner.text(i, StandardCharsets.UTF_8),
                    (scanner.flags[i] & RecordScanner.QUOTED) != 0,
                    Numbers.kind(scanner.bytes, scanner.start[i], scanner.end[i])));
        }
        return fields;
    }

    /** How many records begin with a character. */
    long startingWith(char mark) {
        return records.stream()
                .filter(r -> r.getFirst().text().startsWith(String.valueOf(mark)))
                .count();
    }

    /** How many of these have so many fields, more than one: rows numbered {@code #1}, not comments. */
    long rowsStartingWith(char mark, int width) {
        return records.stream()
                .filter(r -> r.getFirst().text().startsWith(String.valueOf(mark)) && r.size() == width && width > 1)
                .count();
    }

    /** The same without a first record that holds one field only, above one that holds all. */
    Sample withoutTitle(List<String> comments) {
        if (records.size() < 3 || records.getFirst().size() < 3) {
            return this;
        }
        long filled =
                records.getFirst().stream().filter(f -> !f.text().isEmpty()).count();
        boolean below = records.get(1).stream().noneMatch(f -> f.text().isEmpty());
        if (filled != 1 || !below || records.getFirst().getFirst().text().isEmpty()) {
            return this;
        }
        comments.add(records.getFirst().getFirst().text());
        return new Sample(delimiter, records.subList(1, records.size()), lines.subList(1, lines.size()), broken);
    }

    /** The number of fields that most records have, the first left out if there are others. */
    int width() {
        Map<Integer, Integer> counts = new HashMap<>();
        for (List<Field> record : body()) {
            counts.merge(record.size(), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /** Share of the records of that width. */
    double consistency() {
        int width = width();
        long agreeing = body().stream().filter(r -> r.size() == width).count();
        return body().isEmpty() ? 0 : (double) agreeing / body().size();
    }

    /** Share of the fields that are numbers. */
    double numeric() {
        long fields = body().stream().mapToLong(List::size).sum();
        long numbers =
                body().stream().flatMap(List::stream).filter(Field::isNumber).count();
        return fields == 0 ? 0 : (double) numbers / fields;
    }

    private List<List<Field>> body() {
        return records.size() > 1 ? records.subList(1, records.size()) : records;
    }
}
