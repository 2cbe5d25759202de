package org.heralddata.model.descriptor;

/** Where the values of a published column come from. */
public sealed interface ColumnSource {

    /**
     * A column of the source table; {@code name[i]} takes one element (from 0) of an array column.
     *
     * @param name as the file has it
     */
    record FileColumn(String name) implements ColumnSource {}

    /**
     * An entry of the table's or file's metadata, such as a FITS header card: the same for all rows of a file.
     *
     * @param key such as {@code OBS_ID}
     */
    record Metadata(String key) implements ColumnSource {}

    /**
     * A part of the file's name: the same for all rows of a file.
     *
     * @param pattern a regular expression with one group
     */
    record FileName(String pattern) implements ColumnSource {}

    /**
     * The same in every row.
     *
     * @param value as written
     */
    record Constant(String value) implements ColumnSource {}
}
