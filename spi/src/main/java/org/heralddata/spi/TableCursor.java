package org.heralddata.spi;

import java.io.Closeable;
import java.io.IOException;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.table.Batch;
import org.jspecify.annotations.Nullable;

/** Rows of a table from first to last. For one thread. */
public interface TableCursor extends Closeable {

    /**
     * The next rows, about {@link Batch#ROWS} (fewer where cells are large); null after the last.
     *
     * @throws Refusal if the bytes are broken: says at which byte and path
     */
    @Nullable
    Batch next() throws IOException;
}
