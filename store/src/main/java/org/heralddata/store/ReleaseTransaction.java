package org.heralddata.store;

import java.util.List;
import org.heralddata.model.catalogue.CollectionDescription;
import org.heralddata.model.catalogue.InputFile;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.catalogue.Release;
import org.heralddata.model.catalogue.SortOrder;
import org.heralddata.model.table.Column;
import org.jspecify.annotations.Nullable;

/**
 * A release in the making. Nothing of it is seen until {@link #commit}; closed without, or killed at any moment, it leaves
 * earlier releases untouched and its files are removed, at once or when the home is next opened for writing.
 */
public interface ReleaseTransaction extends AutoCloseable {

    /**
     * Starts a table.
     *
     * @param columns    names as published; types as to be stored
     * @param sortColumn a timestamp if {@link SortOrder#TIME}, a HEALPix index if {@link SortOrder#SKY}, null if none
     */
    StagedTable table(String name, List<Column> columns, SortOrder sort, @Nullable String sortColumn);

    /**
     * Makes the release visible, atomically, and returns it.
     *
     * @param tables one for each staged table, with the statistics that ingest counted
     */
    Release commit(
            CollectionDescription collection,
            String software,
            String descriptor,
            List<PublishedTable> tables,
            List<InputFile> inputs,
            List<String> notes);

    /** Gives up what was not committed. */
    @Override
    void close();
}
