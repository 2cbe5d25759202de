package org.heralddata.model.ucd;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words of UCD1+ version 1.6, with their codes, and the successors of deprecated words. */
final class UcdVocabulary {
    private static final Map<String, Word> WORDS = new LinkedHashMap<>();
    private static final Map<String, String> SUCCESSORS = new LinkedHashMap<>();

    /**
     * A word.
     *
     * @param code P primary only, S secondary only, Q either, E photometric, C colour, V vector
     */
    record Word(String name, char code, String meaning) {}

    static {
        for (String line : lines("ucd-list.txt")) {
            String[] fields = line.split("\\|", 3);
            WORDS.put(fields[1].toLowerCase(Locale.ROOT), new Word(fields[1], fields[0].charAt(0), fields[2]));
        }
        for (String line : lines("ucd-deprecated.txt")) {
            int blank = line.indexOf(' ');
            SUCCESSORS.put(line.substring(0, blank).toLowerCase(Locale.ROOT), line.substring(blank + 1));
        }
    }

    private UcdVocabulary() {}

    /** The word, whatever its case. */
    static Optional<Word> word(String name) {
        return Optional.ofNullable(WORDS.get(name.toLowerCase(Locale.ROOT)));
    }

    /** What took the place of a deprecated word; may be two words. Empty for valid words. */
    static Optional<String> successor(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return WORDS.containsKey(lower) ? Optional.empty() : Optional.ofNullable(SUCCESSORS.get(lower));
    }

    static List<String> names() {
        return WORDS.values().stream().map(Word::name).toList();
    }

    private static List<String> lines(String resource) {
        try (InputStream in = UcdVocabulary.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
