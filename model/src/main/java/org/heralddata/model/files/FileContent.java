package org.heralddata.model.files;

import java.time.Instant;

/**
 * The bytes of a file as they were found.
 *
 * @param modified as the file system tells
 * @param sha256   64 hexadecimal digits, lower case
 */
public record FileContent(long bytes, Instant modified, String sha256) {}
