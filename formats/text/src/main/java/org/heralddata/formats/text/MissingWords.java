package org.heralddata.formats.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** The words that stand for a missing value, compared as bytes. The empty word is always one. */
final class MissingWords {

    /** Of files that declare their types: the empty field only, and NaN is a value. */
    static final MissingWords EMPTY_ONLY = new MissingWords(List.of(), false);

    private final byte[][] words;
    private final boolean notANumber;

    /**
     * @param words      as written, upper and lower case counting
     * @param notANumber true if NaN is missing too where it is no number's place
     */
    MissingWords(Collection<String> words, boolean notANumber) {
        this.words = words.stream().map(w -> w.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
        this.notANumber = notANumber;
    }

    boolean has(byte[] text, int start, int end) {
        int length = end - start;
        if (length == 0) {
            return true;
        }
        for (byte[] word : words) {
            if (word.length == length && Arrays.equals(word, 0, length, text, start, end)) {
                return true;
            }
        }
        return false;
    }

    /** The same in a column that holds no numbers. */
    boolean hasOrNan(byte[] text, int start, int end) {
        return has(text, start, end) || (notANumber && Numbers.matches(text, start, end, "nan"));
    }
}
