package org.heralddata.model.files;

import org.jspecify.annotations.Nullable;

/**
 * A table within a file.
 *
 * @param name as the file has it
 * @param rows null if only reading all of it could tell
 */
public record FileTable(String name, @Nullable Long rows) {}
