package org.heralddata.jobs.request;

import java.util.List;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.query.RowsRequest;
import org.heralddata.query.TableRef;
import org.jspecify.annotations.Nullable;

/**
 * A selection of one table.
 *
 * @param release name of the release; null for the newest
 * @param where   text of the selection language or its JSON form; empty for everything
 * @param columns in the order wanted; empty for all of the table
 */
public record RequestPart(
        CollectionId collection, String table, @Nullable String release, String where, List<String> columns) {

    public RequestPart {
        columns = List.copyOf(columns);
    }

    public TableRef ref() {
        return new TableRef(collection, table, release);
    }

    /** All its rows, in the order of the release. */
    public RowsRequest rows() {
        return new RowsRequest(where, columns, List.of(), null, 0);
    }
}
