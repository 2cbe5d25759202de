package org.heralddata.model.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * Where on the sky and when a table has rows, as texts of {@code model.coverage.MocText}.
 *
 * @param space     null if the rows have no directions
 * @param time      null if the rows have no times
 * @param spaceTime both together; null if the rows lack one of them, and in releases of before this was counted
 * @param runs      null if no column tells the run, if there are too many, and in releases of before they were counted
 */
public record Coverage(
        @Nullable String space,
        @Nullable String time,
        @Nullable String spaceTime,
        @Nullable ObservedRuns runs) {}
