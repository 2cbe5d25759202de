package org.heralddata.query.files;

import org.heralddata.model.files.CataloguedFile;
import org.jspecify.annotations.Nullable;

/** Files on their way, in bounded memory. For one thread. */
public interface FileStream extends AutoCloseable {

    /** Null after the last. */
    @Nullable
    CataloguedFile next();

    @Override
    void close();
}
