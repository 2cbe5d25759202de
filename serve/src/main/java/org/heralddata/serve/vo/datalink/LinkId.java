package org.heralddata.serve.vo.datalink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heralddata.model.catalogue.CollectionId;

/**
 * What an identifier names: {@code collection}, {@code collection/release}, {@code collection/release/table},
 * {@code collection/release/files/PATH} or {@code collection/file/UUID}. An IVOA identifier has it behind its question mark.
 */
public sealed interface LinkId {

    CollectionId collection();

    /** A release with all of its tables; the newest without a name. */
    record OfRelease(CollectionId collection, Optional<String> release) implements LinkId {}

    /** A table of a release. */
    record OfTable(CollectionId collection, String release, String table) implements LinkId {}

    /** A Parquet file of a release. */
    record OfReleaseFile(CollectionId collection, String release, String path) implements LinkId {}

    /** A file of the catalogue. */
    record OfCataloguedFile(CollectionId collection, UUID file) implements LinkId {}

    /** Empty if it is no such identifier. */
    static Optional<LinkId> parse(String id) {
        int query = id.indexOf('?');
        String local = id.startsWith("ivo://") && query >= 0 ? id.substring(query + 1) : id;
        List<String> parts = new ArrayList<>(List.of(local.split("/", 4)));
        if (!CollectionId.FORM.matcher(parts.getFirst()).matches() || parts.contains("")) {
            return Optional.empty();
        }
        var collection = new CollectionId(parts.getFirst());
        return switch (parts.size()) {
            case 1 -> Optional.of(new OfRelease(collection, Optional.empty()));
            case 2 -> Optional.of(new OfRelease(collection, Optional.of(parts.get(1))));
            case 3 -> parts.get(1).equals("file") ? file(collection, parts.get(2)) : table(collection, parts);
            default ->
                parts.get(2).equals("files")
                        ? Optional.of(new OfReleaseFile(collection, parts.get(1), parts.get(3)))
                        : Optional.empty();
        };
    }

    private static Optional<LinkId> table(CollectionId collection, List<String> parts) {
        return Optional.of(new OfTable(collection, parts.get(1), parts.get(2)));
    }

    private static Optional<LinkId> file(CollectionId collection, String uuid) {
        try {
            return Optional.of(new OfCataloguedFile(collection, UUID.fromString(uuid)));
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }
}
