package org.heralddata.serve.vo.datalink;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heralddata.model.catalogue.CollectionId;

/**
 * What an identifier names: {@code collection}, {@code collection/release}, {@code collection/release/table},
 * {@code collection/release/table/run/RUN}, {@code collection/release/files/PATH}, {@code collection/file/UUID} or
 * {@code collection/file/UUID/TABLE}; RUN and TABLE with percent signs before what an address cannot hold. An IVOA identifier has it
 * behind its question mark.
 */
public sealed interface LinkId {

    CollectionId collection();

    /** A release with all of its tables; the newest without a name. */
    record OfRelease(CollectionId collection, Optional<String> release) implements LinkId {}

    /** A table of a release. */
    record OfTable(CollectionId collection, String release, String table) implements LinkId {}

    /** A Parquet file of a release. */
    record OfReleaseFile(CollectionId collection, String release, String path) implements LinkId {}

    /** The rows of a table that are of one observation. */
    record OfRun(CollectionId collection, String release, String table, String run) implements LinkId {}

    /** A file of the catalogue, or one table in it. */
    record OfCataloguedFile(CollectionId collection, UUID file, Optional<String> table) implements LinkId {}

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
            case 3 ->
                parts.get(1).equals("file")
                        ? file(collection, parts.get(2), Optional.empty())
                        : table(collection, parts);
            default -> within(collection, parts);
        };
    }

    private static Optional<LinkId> within(CollectionId collection, List<String> parts) {
        String last = parts.get(3);
        if (parts.get(2).equals("files")) {
            return Optional.of(new OfReleaseFile(collection, parts.get(1), last));
        }
        if (parts.get(1).equals("file")) {
            return decoded(last).flatMap(table -> file(collection, parts.get(2), Optional.of(table)));
        }
        return last.startsWith("run/")
                ? decoded(last.substring(4)).map(run -> new OfRun(collection, parts.get(1), parts.get(2), run))
                : Optional.empty();
    }

    private static Optional<String> decoded(String part) {
        try {
            String decoded = URLDecoder.decode(part, StandardCharsets.UTF_8);
            return decoded.isEmpty() ? Optional.empty() : Optional.of(decoded);
        } catch (IllegalArgumentException halfAnEscape) {
            return Optional.empty();
        }
    }

    private static Optional<LinkId> table(CollectionId collection, List<String> parts) {
        return Optional.of(new OfTable(collection, parts.get(1), parts.get(2)));
    }

    private static Optional<LinkId> file(CollectionId collection, String uuid, Optional<String> table) {
        try {
            return Optional.of(new OfCataloguedFile(collection, UUID.fromString(uuid), table));
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }
}
