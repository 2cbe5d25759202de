package org.heralddata.model.descriptor;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of a table come from.
 *
 * @param files   glob patterns relative to the data folder, such as {@code data/*.h5}; at least one unless
 *                there is an index
 * @param index   a file that lists the files instead, such as a GADF {@code obs-index.fits.gz}; null if none
 * @param format  the reader's name; null to recognise each file by its content
 * @param table   the table within a file; null if it holds only one
 * @param options what only this format understands, such as {@code header: none} of text
 */
public record SourceDescriptor(
        List<String> files,
        @Nullable String index,
        @Nullable String format,
        @Nullable String table,
        Map<String, String> options) {

    public SourceDescriptor {
        files = List.copyOf(files);
        options = Map.copyOf(options);
    }
}
