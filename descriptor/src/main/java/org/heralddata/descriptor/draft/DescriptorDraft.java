package org.heralddata.descriptor.draft;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.Formats;
import org.jspecify.annotations.Nullable;

/** Drafts a first descriptor from files. */
public final class DescriptorDraft {

    private DescriptorDraft() {}

    /**
     * A descriptor that passes its check, with comments on what was guessed.
     *
     * @param files   at least one; those with the same table become one table
     * @param formats that may read them
     * @return YAML, ready to edit
     * @throws Refusal     if a file is of no known format, broken, or none holds a table
     * @throws IOException if the bytes cannot be had
     */
    public static String from(List<Path> files, Formats formats) throws IOException {
        return from(files, formats, null, Map.of());
    }

    /**
     * The same, told how to read.
     *
     * @param format  the reader's name; null to recognise each file
     * @param options of the reader; relative paths in them start at the current folder. They are written into the draft
     */
    public static String from(List<Path> files, Formats formats, @Nullable String format, Map<String, String> options)
            throws IOException {
        return DraftText.write(DraftFiles.read(files, formats, format, options), options);
    }
}
