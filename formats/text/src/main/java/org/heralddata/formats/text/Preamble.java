package org.heralddata.formats.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The comment lines above a table: names of the columns, metadata, words.
 *
 * @param lines without their comment marks and outer blanks, in order, empty ones too
 */
record Preamble(List<String> lines) {
    private static final Pattern ENTRY = Pattern.compile("([A-Za-z][\\w ./()\\-]{0,39}?)\\s*:(?:\\s+(.*))?");
    private static final Pattern NAMES =
            Pattern.compile("(?i)(?:columns?|fields?|names?|columns? names?)\\s*:\\s*(.+)");
    private static final Pattern LISTED = Pattern.compile("([A-Za-z_]\\w*)(?:\\s*\\((\\d{1,3})x\\))?\\s*:\\s+(.+)");
    private static final Pattern UNIT_AT_END = Pattern.compile("(.*?)\\s*\\[([^\\[\\]]+)\\]");

    Preamble {
        lines = List.copyOf(lines);
    }

    /**
     * The names of the columns, if a comment gives just as many: the line {@code Columns: …}, the one right above the rows,
     * or the first.
     */
    @Nullable
    List<HeaderName> names(int columns, byte delimiter) {
        List<String> told = lines.stream().filter(l -> !l.isBlank()).toList();
        var candidates = new ArrayList<String>();
        for (String line : told) {
            Matcher named = NAMES.matcher(line);
            if (named.matches()) {
                candidates.add(named.group(1));
            }
        }
        if (!told.isEmpty()) {
            candidates.add(told.getLast());
            candidates.add(told.getFirst());
        }
        for (String candidate : candidates) {
            for (byte mark : new byte[] {delimiter, ',', ';', '\t', RecordScanner.BLANKS}) {
                List<String> words = split(candidate, mark);
                if (words.size() == columns && words.stream().allMatch(Preamble::isName)) {
                    return words.stream().map(HeaderName::of).toList();
                }
            }
        }
        return null;
    }

    private static List<String> split(String line, byte mark) {
        String[] parts = mark == RecordScanner.BLANKS
                ? line.strip().split("\\s+", -1)
                : line.split(Pattern.quote(String.valueOf((char) mark)), -1);
        var words = new ArrayList<String>();
        for (String part : parts) {
            String word = part.strip();
            if (word.length() > 1 && word.startsWith("\"") && word.endsWith("\"")) {
                word = word.substring(1, word.length() - 1);
            }
            if (mark == RecordScanner.BLANKS && word.length() > 1 && word.endsWith(",")) {
                word = word.substring(0, word.length() - 1);
            }
            if (mark != RecordScanner.BLANKS || word.chars().anyMatch(Character::isLetterOrDigit)) {
                words.add(word);
            }
        }
        return words;
    }

    private static boolean isName(String word) {
        return word.length() <= 60
                && word.chars().anyMatch(Character::isLetter)
                && !word.endsWith(".")
                && !word.endsWith(":")
                && !word.contains("://");
    }

    /**
     * The columns from a list with a line each, such as {@code pulseheights (4x): maximum signal pulseheight [ADC]}, below
     * a line that speaks of columns; null if no such list tells of just as many.
     */
    @Nullable
    List<Listed> listed(int columns) {
        boolean announced = false;
        for (int first = 0; first < lines.size(); first++) {
            String line = lines.get(first);
            boolean begins = announced && LISTED.matcher(line).matches();
            announced =
                    line.isEmpty() ? announced : line.toLowerCase(Locale.ROOT).contains("columns");
            if (!begins) {
                continue;
            }
            var found = new ArrayList<Listed>();
            for (int i = first; i < lines.size() && LISTED.matcher(lines.get(i)).matches(); i++) {
                found.addAll(listedIn(lines.get(i)));
            }
            if (found.size() == columns && columns > 1) {
                return found;
            }
        }
        return null;
    }

    /** A column told of in a comment. */
    record Listed(String name, @Nullable String unit, String description) {}

    private static List<Listed> listedIn(String line) {
        Matcher matcher = LISTED.matcher(line);
        if (!matcher.matches()) {
            return List.of();
        }
        String description = matcher.group(3).strip();
        String unit = null;
        Matcher ending = UNIT_AT_END.matcher(description);
        if (ending.matches() && HeaderName.isUnit(ending.group(2))) {
            description = ending.group(1);
            unit = ending.group(2);
        }
        String times = matcher.group(2);
        if (times == null) {
            return List.of(new Listed(matcher.group(1), unit, description));
        }
        var all = new ArrayList<Listed>();
        for (int i = 1; i <= Integer.parseInt(times); i++) {
            all.add(new Listed(matcher.group(1) + "_" + i, unit, description));
        }
        return all;
    }

    /** Lines {@code key: value} by key, in order, and all others under {@code comments}. */
    SequencedMap<String, String> metadata() {
        var entries = new LinkedHashMap<String, String>();
        var words = new ArrayList<String>();
        for (String line : lines) {
            Matcher entry = ENTRY.matcher(line);
            if (entry.matches() && !entries.containsKey(entry.group(1))) {
                String value = entry.group(2);
                entries.put(entry.group(1), value == null ? "" : value.strip());
            } else {
                words.add(line);
            }
        }
        String comments = String.join("\n", words).strip();
        if (!comments.isEmpty()) {
            entries.putIfAbsent("comments", comments);
        }
        return Collections.unmodifiableSequencedMap(entries);
    }
}
