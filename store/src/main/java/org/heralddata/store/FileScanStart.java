package org.heralddata.store;

import java.util.List;
import org.heralddata.model.catalogue.CollectionDescription;
import org.heralddata.model.files.FileField;

/**
 * What files to be registered belong to.
 *
 * @param fields   that are taken from them
 * @param folder   where they are, absolute
 * @param software name and version of this program
 * @param rules    by which fields are taken
 */
public record FileScanStart(
        CollectionDescription about,
        List<FileField> fields,
        String folder,
        String descriptor,
        String software,
        String rules) {

    public FileScanStart {
        fields = List.copyOf(fields);
    }
}
