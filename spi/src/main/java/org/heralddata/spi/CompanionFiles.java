package org.heralddata.spi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;

/**
 * Implemented by a {@link TableReader} that needs files besides the data, such as the description of a binary format, and
 * lets options name them. Whoever holds the options makes the paths absolute before the reader sees them.
 */
public interface CompanionFiles {

    /** Those of {@link TableReader#options()} whose value is the path of a file. */
    Set<String> fileOptions();

    /**
     * Looks through the files that the options name, without any data.
     *
     * @param options paths in them absolute
     * @return all that is wrong or worth telling; empty if nothing, or if no file is named
     */
    List<Diagnostic> check(ReadOptions options) throws IOException;

    /**
     * The files that reading depends on, besides the data: the named ones and what they refer to. Absolute paths.
     *
     * @param file    the data file
     * @param options paths in them absolute
     * @throws Refusal if one is missing or wrong
     */
    List<Path> files(Path file, ReadOptions options) throws IOException;
}
