package org.heralddata.model.files;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.heralddata.model.catalogue.CollectionId;

/**
 * A file of a collection.
 *
 * @param id        made of collection and path, so the same in every home
 * @param path      below the collection's data folder, with forward slashes
 * @param firstSeen when it was registered
 * @param changed   when what is known of it last changed
 */
public record CataloguedFile(
        UUID id,
        CollectionId collection,
        String path,
        FileState state,
        FileContent content,
        FileMetadata metadata,
        Instant firstSeen,
        Instant changed) {

    /** The identifier of a file. */
    public static UUID idOf(CollectionId collection, String path) {
        return UUID.nameUUIDFromBytes(("herald file " + collection + "/" + path).getBytes(StandardCharsets.UTF_8));
    }

    /** The path without folders. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
