package org.heralddata.model.descriptor;

import java.util.List;
import org.heralddata.model.catalogue.CollectionDescription;

/**
 * What a curator declares of one collection, read from {@code collections/<id>/collection.yaml}.
 *
 * <p>Every instance is consistent: a curator's mistakes become diagnostics before an instance exists.
 *
 * @param about  what the collection is
 * @param tables at least one, names unique, in the order of the file
 * @param text   the descriptor as written
 */
public record CollectionDescriptor(CollectionDescription about, List<TableDescriptor> tables, String text) {

    public CollectionDescriptor {
        tables = List.copyOf(tables);
    }
}
