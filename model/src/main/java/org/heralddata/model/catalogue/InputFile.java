package org.heralddata.model.catalogue;

import java.time.Instant;

/**
 * A file that a release was made from.
 *
 * @param path     relative to the folder of the descriptor
 * @param bytes    size
 * @param sha256   64 hexadecimal digits, lower case
 * @param modified as the file system tells
 * @param reader   name of the format that read it
 * @param table    the table of the release that its rows went to
 * @param rows     rows taken
 */
public record InputFile(
        String path, long bytes, String sha256, Instant modified, String reader, String table, long rows) {}
