package org.heralddata.model.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * Something of a release that is not for everyone today.
 *
 * @param table  null of the release as a whole
 * @param column null of a table as a whole
 * @param rule   in force
 * @param closed whether it is closed to whoever looks
 */
public record Restriction(@Nullable String table, @Nullable String column, Access.Restricted rule, boolean closed) {

    public boolean isOfRelease() {
        return table == null;
    }

    /** Of a table as a whole. */
    public boolean isOfTable(String name) {
        return name.equals(table) && column == null;
    }

    public boolean isOfColumn(String of, String name) {
        return of.equals(table) && name.equals(column);
    }
}
