package org.heralddata.model.ucd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.heralddata.model.diagnostic.Nearest;
import org.heralddata.model.ucd.UcdVocabulary.Word;
import org.jspecify.annotations.Nullable;

/** Reads UCDs word by word: each in the vocabulary, the first not a secondary word, the others not primary ones. */
final class UcdParser {

    /** The UCD1 of Simple Cone Search 1.03 and GADF-era files. */
    private static final Map<String, String> UCD1 = Map.of(
            "POS_EQ_RA_MAIN", "pos.eq.ra;meta.main",
            "POS_EQ_DEC_MAIN", "pos.eq.dec;meta.main",
            "ID_MAIN", "meta.id;meta.main");

    private UcdParser() {}

    static boolean isCanonical(String text) {
        return canonical(text) instanceof Canonical(var words) && words.equals(text);
    }

    static Optional<Ucd> fromFile(String text) {
        String stripped = text.strip();
        String known = UCD1.getOrDefault(stripped.toUpperCase(Locale.ROOT), stripped);
        var words = new ArrayList<String>();
        for (String word : known.split(";", -1)) {
            words.add(UcdVocabulary.successor(word.strip()).orElse(word.strip()));
        }
        return switch (Ucd.parse(String.join(";", words))) {
            case UcdReading.Valid valid -> Optional.of(valid.ucd()).filter(u -> !u.equals(Ucd.NONE));
            case UcdReading.Invalid invalid -> Optional.empty();
        };
    }

    /** The canonical form, or what is wrong. */
    private sealed interface Reading {}

    private record Canonical(String words) implements Reading {}

    private record Wrong(UcdReading.Invalid reading) implements Reading {}

    static UcdReading read(String text) {
        return switch (canonical(text)) {
            case Canonical(var words) -> new UcdReading.Valid(new Ucd(words), List.of());
            case Wrong(var reading) -> reading;
        };
    }

    private static Reading canonical(String text) {
        var canonical = new StringBuilder();
        int start = 0;
        for (String part : text.split(";", -1)) {
            String word = part.strip();
            int from = start + part.indexOf(word);
            Word known = UcdVocabulary.word(word).orElse(null);
            if (known == null) {
                return new Wrong(
                        new UcdReading.Invalid("not a UCD1+ word", from, Math.max(1, word.length()), adviceFor(word)));
            }
            UcdReading.Invalid misplaced = misplaced(known, canonical.isEmpty(), from);
            if (misplaced != null) {
                return new Wrong(misplaced);
            }
            canonical.append(canonical.isEmpty() ? "" : ";").append(known.name());
            start += part.length() + 1;
        }
        return new Canonical(canonical.toString());
    }

    private static UcdReading.@Nullable Invalid misplaced(Word word, boolean first, int from) {
        if (first && word.code() == 'S') {
            String help = "put a main word before it, such as `meta.number;%s`".formatted(word.name());
            return new UcdReading.Invalid(
                    "this word cannot stand first", from, word.name().length(), help);
        }
        if (!first && word.code() == 'P') {
            return new UcdReading.Invalid(
                    "this word can only stand first", from, word.name().length(), "put it before the other words");
        }
        return null;
    }

    private static @Nullable String adviceFor(String word) {
        Optional<String> successor = UcdVocabulary.successor(word);
        if (successor.isPresent()) {
            return "the word is deprecated: write `%s`".formatted(successor.get());
        }
        List<String> names = UcdVocabulary.names();
        String lower = word.toLowerCase(Locale.ROOT);
        String lastAtom = lower.substring(lower.lastIndexOf('.') + 1);
        return Nearest.to(word, names)
                .or(() -> names.stream()
                        .filter(n ->
                                n.contains(".") && n.toLowerCase(Locale.ROOT).endsWith("." + lastAtom))
                        .findFirst())
                .map("did you mean `%s`?"::formatted)
                .orElseGet(() -> siblings(lower, names));
    }

    /** The words below the same parent. */
    private static @Nullable String siblings(String lower, List<String> names) {
        String parent = lower.substring(0, lower.lastIndexOf('.') + 1);
        List<String> same = names.stream()
                .filter(n -> !parent.isEmpty()
                        && n.toLowerCase(Locale.ROOT).startsWith(parent)
                        && n.indexOf('.', parent.length()) < 0)
                .limit(8)
                .toList();
        return same.isEmpty() ? null : "there are " + String.join(", ", same);
    }
}
