package org.heralddata.model.files;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.heralddata.model.catalogue.CollectionDescription;

/**
 * A collection in the catalogue of files.
 *
 * @param about      what it was said to be when last scanned
 * @param fields     what its descriptor takes from its files, besides the {@link CommonField}s; may be empty
 * @param folder     where its files are on the machine that scanned them, absolute
 * @param descriptor the text of the descriptor
 * @param software   name and version of the program that scanned
 * @param scanned    when that was
 * @param revision   rises whenever anything that is known of its files changes
 */
public record FileCollection(
        CollectionDescription about,
        List<FileField> fields,
        String folder,
        String descriptor,
        String software,
        Instant scanned,
        long revision) {

    public FileCollection {
        fields = List.copyOf(fields);
    }

    public Optional<FileField> field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }
}
