package org.heralddata.model.unit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@link Unit#parse} made of a text. */
public sealed interface UnitReading {

    /**
     * A unit.
     *
     * @param warnings uses that VOUnits deprecates, one sentence each without a full stop; mostly empty
     */
    record Valid(Unit unit, List<String> warnings) implements UnitReading {
        public Valid {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * No unit.
     *
     * @param reason what is wrong, a few words such as "not a VOUnits symbol"
     * @param start  first character at fault, from 0
     * @param length characters at fault, at least 1
     * @param help   such as {@code did you mean `GeV`?}; null if there is no advice
     */
    record Invalid(
            String reason, int start, int length, @Nullable String help) implements UnitReading {}
}
