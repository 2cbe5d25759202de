package org.heralddata.model.ucd;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@link Ucd#parse} made of a text. */
public sealed interface UcdReading {

    /**
     * A UCD.
     *
     * @param warnings one sentence each without a full stop; mostly empty
     */
    record Valid(Ucd ucd, List<String> warnings) implements UcdReading {
        public Valid {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * No UCD.
     *
     * @param reason what is wrong, a few words such as "not a UCD1+ word"
     * @param start  first character at fault, from 0
     * @param length characters at fault, at least 1
     * @param help   such as {@code did you mean `pos.eq.ra`?}; null if there is no advice
     */
    record Invalid(
            String reason, int start, int length, @Nullable String help) implements UcdReading {}
}
