package org.heralddata.formats.root.file;

/**
 * An object of a file.
 *
 * @param path   names of its directories and its own, with slashes, such as {@code dir/tree}
 * @param key    where it lies
 * @param cycles how many objects of that name its directory holds; this is the newest
 */
public record Entry(String path, Key key, int cycles) {}
