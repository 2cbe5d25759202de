package org.heralddata.spi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.heralddata.model.diagnostic.Refusal;

/**
 * Reads one family of files, such as FITS tables or ROOT trees, as batches of columns.
 *
 * <p>Found by {@link java.util.ServiceLoader}; stateless, safe for many threads. It does not download, convert units or
 * select rows.
 */
public interface TableReader {

    /** The name that a descriptor uses, such as {@code fits}. */
    FormatName format();

    /** Names of the {@link ReadOptions} that it understands; may be empty. */
    Set<String> options();

    /** Judges a file by its name and first bytes; a foreign or unreadable file is {@code NO}, never an exception. */
    Recognition recognise(FileHead head);

    /**
     * Opens a file, to be closed by the caller. Reads what is needed to list the tables, not the rows.
     *
     * @throws Refusal     if it is of this format but broken, or an option is unknown: says at which byte and path
     * @throws IOException if the bytes cannot be had
     */
    TableFile open(Path file, ReadOptions options) throws IOException;
}
