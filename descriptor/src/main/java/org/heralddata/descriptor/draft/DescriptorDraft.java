package org.heralddata.descriptor.draft;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.spi.Formats;

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
        DraftFiles read = DraftFiles.read(files, formats);
        return DraftText.write(read);
    }
}
