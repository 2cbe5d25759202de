package org.heralddata.query.adql;

import org.heralddata.model.table.Column;
import org.jspecify.annotations.Nullable;

/**
 * A column of an answer.
 *
 * @param column name, type, shape, unit, UCD and description
 * @param xtype  DALI's name of what its values are: {@code timestamp}, {@code point} …; null if none
 * @param utype  null if none
 */
public record AdqlColumn(
        Column column, @Nullable String xtype, @Nullable String utype) {}
