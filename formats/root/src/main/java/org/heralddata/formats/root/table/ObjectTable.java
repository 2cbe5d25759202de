package org.heralddata.formats.root.table;

import java.io.IOException;
import java.util.List;
import org.heralddata.formats.root.file.RootFormatException;
import org.heralddata.spi.SourceTable;
import org.heralddata.spi.TableCursor;

/** An object of a file as a table. */
public interface ObjectTable {

    /** Name (its path in the file), rows, columns, metadata. */
    SourceTable described();

    /**
     * Reads rows from the first; the cursor may throw {@link RootFormatException}, which the reader makes a refusal.
     *
     * @param columns names of columns of this table, in the order wanted, at least one
     */
    TableCursor read(List<String> columns) throws IOException;
}
