package org.heralddata.model.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A version of a collection: immutable, complete in itself, citable.
 *
 * @param collection what the collection was said to be when the release was made
 * @param name       letters, digits, dots, hyphens and underscores, at most 64; a tag of each of its Iceberg tables
 * @param sequence   1 for a collection's first release, one more for each later one
 * @param created    when it was committed
 * @param software   name and version of the program that made it
 * @param descriptor the text of the descriptor that it was made by
 * @param notes      what ingest had to tell, one sentence each: missing files, values out of range
 */
public record Release(
        CollectionDescription collection,
        String name,
        int sequence,
        Instant created,
        String software,
        String descriptor,
        List<PublishedTable> tables,
        List<InputFile> inputs,
        List<DataFile> files,
        List<String> notes) {

    public Release {
        tables = List.copyOf(tables);
        inputs = List.copyOf(inputs);
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    public Optional<PublishedTable> table(String wanted) {
        return tables.stream().filter(t -> t.name().equals(wanted)).findFirst();
    }

    /** Those whose rows are events. */
    public List<PublishedTable> tablesOfEvents() {
        return tables.stream().filter(PublishedTable::isOfEvents).toList();
    }
}
