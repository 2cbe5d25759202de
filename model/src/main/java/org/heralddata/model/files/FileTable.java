package org.heralddata.model.files;

import org.jspecify.annotations.Nullable;

/**
 * A table within a file.
 *
 * @param name as the file has it
 * @param rows null if only reading all of it could tell
 * @param kind what it holds, if the file says so in a way that high-energy astrophysics agreed on; null otherwise
 */
public record FileTable(
        String name, @Nullable Long rows, @Nullable TableKind kind) {

    /** A table of which it is not known what it holds. */
    public FileTable(String name, @Nullable Long rows) {
        this(name, rows, null);
    }
}
