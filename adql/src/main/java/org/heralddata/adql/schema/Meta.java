package org.heralddata.adql.schema;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a column's values besides their type.
 *
 * @param unit        VOUnits symbol; null if none
 * @param ucd         null if none
 * @param description null if none
 * @param xtype       DALI's name of what the values are, such as {@code timestamp} or {@code point}; null if none
 * @param utype       null if none
 */
public record Meta(
        @Nullable String unit,
        @Nullable String ucd,
        @Nullable String description,
        @Nullable String xtype,
        @Nullable String utype) {

    public static final Meta NONE = new Meta(null, null, null, null, null);

    public static Meta unit(@Nullable String symbol) {
        return new Meta(symbol, null, null, null, null);
    }

    /** Unit alone is kept by what changes the meaning, but not the scale. */
    public Meta unitOnly() {
        return unit(unit);
    }
}
