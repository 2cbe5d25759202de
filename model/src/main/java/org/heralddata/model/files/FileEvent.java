package org.heralddata.model.files;

import java.time.Instant;

/**
 * Something that happened to a file.
 *
 * @param at       when it was noticed
 * @param sha256   of the content then
 * @param software that noticed it
 */
public record FileEvent(Instant at, FileChange change, long bytes, String sha256, String software) {}
