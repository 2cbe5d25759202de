package org.heralddata.model.descriptor;

import java.util.List;
import org.heralddata.model.catalogue.CollectionDescription;
import org.jspecify.annotations.Nullable;

/**
 * What a curator declares of one collection, read from {@code collections/<id>/collection.yaml}.
 *
 * <p>Every instance is consistent: a curator's mistakes become diagnostics before an instance exists.
 *
 * @param about  what the collection is
 * @param tables names unique, in the order of the file; none only if there are files
 * @param files  the files to be catalogued; null if the tables' own are all
 * @param text   the descriptor as written
 */
public record CollectionDescriptor(
        CollectionDescription about,
        List<TableDescriptor> tables,
        @Nullable FilesDescriptor files,
        String text) {

    public CollectionDescriptor {
        tables = List.copyOf(tables);
    }
}
