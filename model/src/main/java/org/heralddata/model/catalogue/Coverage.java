package org.heralddata.model.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * Where on the sky and when a table has rows, as texts of {@code model.coverage.MocText}.
 *
 * @param space null if the rows have no directions
 * @param time  null if the rows have no times
 */
public record Coverage(@Nullable String space, @Nullable String time) {}
