package org.heralddata.query.files;

import java.nio.file.Path;

/**
 * A file of an experiment as it is.
 *
 * @param place  where it lies on this machine, to be read only; below the folder that the descriptor names
 * @param path   below the data folder, with forward slashes
 * @param sha256 64 hexadecimal digits, lower case
 */
public record Original(Path place, String path, long bytes, String sha256) {}
