package org.heralddata.query.adql;

import java.util.List;
import org.heralddata.model.catalogue.Release;

/** Makes tables of what the catalogue knows, such as {@code ivoa.obscore}. */
public interface TableSupplier {

    /** @param releases what may be queried, by collection */
    List<SuppliedTable> tables(List<Release> releases);

    /** Equal to what it was before as long as {@link #tables} would give the same again; asked before each query. */
    default Object state() {
        return List.of();
    }
}
