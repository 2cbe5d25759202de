package org.heralddata.ingest.source;

import java.nio.file.Path;

/**
 * A file of a source.
 *
 * @param path     to open it by
 * @param relative to the data folder, with forward slashes, to name it by
 */
public record DataPath(Path path, String relative) {

    static DataPath of(Path folder, Path file) {
        return new DataPath(file, folder.relativize(file).toString().replace('\\', '/'));
    }
}
