package org.heralddata.adql.schema;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name     as users write it; in double quotes if it is no regular identifier or a reserved word
 * @param physical name in the relation that the engine reads
 * @param nans     true if values may be NaN, which ADQL takes for NULL
 * @param fraction of a timestamp: name of the column that holds the nanoseconds within the microsecond, where the relation
 *                 keeps microseconds and those apart; null if it does not
 */
public record SchemaColumn(
        String name,
        String physical,
        ValueType type,
        Meta meta,
        boolean nans,
        @Nullable String fraction) {}
