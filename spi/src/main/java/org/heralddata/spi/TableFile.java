package org.heralddata.spi;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.SequencedMap;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;

/** An open file with its tables. For one thread; its cursors end with it. */
public interface TableFile extends Closeable {

    /** What the file says of itself as a whole, in its own order; values as text. May be empty. */
    SequencedMap<String, String> metadata();

    /** Its tables in the file's own order; may be empty. */
    List<SourceTable> tables();

    /** What could not be read and was left out, each named; may be empty. May grow while rows are read. */
    List<Diagnostic> notices();

    /**
     * Reads the rows of a table from its first, in bounded memory.
     *
     * @param table   one of {@link #tables()}, by its name
     * @param columns names of the columns wanted, in that order; empty for all
     * @throws Refusal if the table's bytes are broken
     * @throws IllegalArgumentException if there is no such table or column
     */
    TableCursor read(String table, List<String> columns) throws IOException;
}
