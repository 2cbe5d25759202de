package org.heralddata.model.ucd;

import java.util.List;
import java.util.Optional;

/**
 * A Unified Content Descriptor: what a quantity is, in words of the IVOA's UCD1+ vocabulary.
 *
 * @param words words of the vocabulary joined by semicolons, main word first, such as {@code pos.eq.ra;meta.main}; in the
 *              vocabulary's own case; empty for none
 * @see <a href="https://www.ivoa.net/documents/UCD1+/">IVOA endorsed note UCD1+, version 1.6</a>
 */
public record Ucd(String words) {

    public static final Ucd NONE = new Ucd("");

    /** @throws IllegalArgumentException if not in canonical form; for what users write see {@link #parse} */
    public Ucd {
        if (!words.isEmpty() && !UcdParser.isCanonical(words)) {
            throw new IllegalArgumentException("no UCD: " + words);
        }
    }

    /** Reads what a curator writes. Case does not matter (UCD 1.1, section 2); empty is {@link #NONE}. */
    public static UcdReading parse(String text) {
        return text.isEmpty() ? new UcdReading.Valid(NONE, List.of()) : UcdParser.read(text);
    }

    /** Reads a UCD as files have it: deprecated words and the most common UCD1 brought to UCD1+; empty if not valid. */
    public static Optional<Ucd> fromFile(String text) {
        return UcdParser.fromFile(text);
    }

    /** The main word; empty if there is none. */
    public String main() {
        int end = words.indexOf(';');
        return end < 0 ? words : words.substring(0, end);
    }

    @Override
    public String toString() {
        return words;
    }
}
