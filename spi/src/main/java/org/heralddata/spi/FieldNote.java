package org.heralddata.spi;

import org.jspecify.annotations.Nullable;

/**
 * What the VO says of a column besides what {@code Column} does.
 *
 * @param xtype DALI's name of what its values are, such as {@code point}; null for what follows from the type
 * @param utype null if none
 * @param ascii true if its texts are all of ASCII, so that they need no wider letters
 * @param links address of the DataLink service whose parameter ID takes its values; null if none does
 */
public record FieldNote(
        @Nullable String xtype,
        @Nullable String utype,
        boolean ascii,
        @Nullable String links) {

    /** A column whose values no service knows. */
    public FieldNote(@Nullable String xtype, @Nullable String utype, boolean ascii) {
        this(xtype, utype, ascii, null);
    }
}
