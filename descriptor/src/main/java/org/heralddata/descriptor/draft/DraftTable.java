package org.heralddata.descriptor.draft;

import java.util.List;
import java.util.SequencedMap;
import org.heralddata.model.table.Column;
import org.jspecify.annotations.Nullable;

/**
 * A table found in one or several files.
 *
 * @param format    name of the reader
 * @param table     its name in the file; null if each file holds only this one
 * @param files     names of the files that hold it
 * @param columns   as the first file has them
 * @param metadata  of the first file and its table
 * @param sample    its first rows
 */
record DraftTable(
        String format,
        @Nullable String table,
        String bareName,
        List<String> files,
        List<Column> columns,
        SequencedMap<String, String> metadata,
        DraftSample sample) {

    /** The value of a metadata key in any case; empty if there is none. */
    String told(String... keys) {
        for (String key : keys) {
            for (var entry : metadata.entrySet()) {
                if (entry.getKey().equalsIgnoreCase(key) && !entry.getValue().isBlank()) {
                    return entry.getValue().strip();
                }
            }
        }
        return "";
    }
}
