package org.heralddata.spi;

import org.jspecify.annotations.Nullable;

/**
 * What the VO says of a column besides what {@code Column} does.
 *
 * @param xtype DALI's name of what its values are, such as {@code point}; null for what follows from the type
 * @param utype null if none
 * @param ascii true if its texts are all of ASCII, so that they need no wider letters
 */
public record FieldNote(@Nullable String xtype, @Nullable String utype, boolean ascii) {}
