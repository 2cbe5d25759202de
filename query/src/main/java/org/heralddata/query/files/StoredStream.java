package org.heralddata.query.files;

import org.heralddata.model.files.CataloguedFile;
import org.heralddata.store.FileCatalogue;
import org.jspecify.annotations.Nullable;

/** Files as the store sends them. */
record StoredStream(FileCatalogue.Cursor files) implements FileStream {

    @Override
    public @Nullable CataloguedFile next() {
        return files.next();
    }

    @Override
    public void close() {
        files.close();
    }
}
