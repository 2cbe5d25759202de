package org.heralddata.query.adql;

import java.util.List;
import org.heralddata.model.access.Viewer;
import org.heralddata.model.catalogue.Release;

/** Makes tables of what the catalogue knows, such as {@code ivoa.obscore}. */
public interface TableSupplier {

    /** @param releases what the viewer may query, by collection */
    List<SuppliedTable> tables(List<Release> releases, Viewer viewer);

    /** Equal to what it was before as long as {@link #tables} would give the viewer the same again; asked before each query. */
    default Object state(Viewer viewer) {
        return List.of();
    }
}
