package org.heralddata.model.catalogue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The observations that a table has rows of, as one of its columns tells them apart.
 *
 * @param column its name; whole numbers or strings
 * @param runs   in the order in which they were read
 */
public record ObservedRuns(String column, List<Run> runs) {

    public ObservedRuns {
        runs = List.copyOf(runs);
    }

    /** A run by its id. */
    public Optional<Run> run(String id) {
        return runs.stream().filter(run -> run.id().equals(id)).findFirst();
    }

    /**
     * An observation.
     *
     * @param id     value of the column
     * @param rows   at least 1
     * @param first  earliest time, nanoseconds of UTC since 1970; null without times
     * @param last   latest time
     * @param least  energy in the unit and on the scale of the table's; null without energies
     * @param most   greatest energy
     * @param circle around all directions; null without directions
     */
    public record Run(
            String id,
            long rows,
            @Nullable Long first,
            @Nullable Long last,
            @Nullable Double least,
            @Nullable Double most,
            @Nullable Circle circle) {}

    /**
     * A part of the sky, ICRS.
     *
     * @param radiusDeg 0 to 180
     */
    public record Circle(double raDeg, double decDeg, double radiusDeg) {}
}
