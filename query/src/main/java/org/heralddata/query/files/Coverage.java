package org.heralddata.query.files;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.heralddata.model.files.Lane;
import org.heralddata.model.files.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * Which times files cover.
 *
 * @param span  that is looked at; null if no file tells
 * @param parts of equal length that it is cut into; 0 if no file tells
 * @param by    what files are told apart by
 * @param lanes how many files cover each part, by collection or instrument; the name is empty for files without one
 */
public record Coverage(@Nullable TimeSpan span, int parts, Lane by, SequencedMap<String, long[]> lanes) {

    public Coverage {
        lanes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(lanes));
    }
}
