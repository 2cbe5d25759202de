package org.heralddata.model.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a collection, or of one release, after it was made.
 *
 * @param doi        null if none was reserved
 * @param doiState   null just where {@code doi} is
 * @param withdrawal null if it is given out
 * @param changed    when any of these changed last; null if nothing ever happened
 */
public record PublicState(
        @Nullable Doi doi,
        @Nullable DoiState doiState,
        @Nullable Withdrawal withdrawal,
        @Nullable Instant changed) {

    /** Nothing happened. */
    public static final PublicState NONE = new PublicState(null, null, null, null);

    /** The DOI that others may cite: one that is reserved only leads nowhere. */
    public @Nullable Doi citable() {
        return doiState == DoiState.FINDABLE ? doi : null;
    }
}
