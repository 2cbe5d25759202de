package org.heralddata.spi;

import java.nio.file.Path;

/**
 * A file whose metadata are wanted.
 *
 * @param path     to open it by
 * @param relative below the collection's data folder, with forward slashes
 * @param folder   the data folder: nothing outside of it is to be read
 */
public record ExaminedFile(Path path, String relative, Path folder) {}
