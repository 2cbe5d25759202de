package org.heralddata.query.engine;

import java.io.IOException;
import org.heralddata.model.table.Batch;
import org.jspecify.annotations.Nullable;

/** Rows to be kept, batch after batch. */
public interface BatchSource {

    /** The next rows; null after the last. */
    @Nullable
    Batch next() throws IOException;
}
