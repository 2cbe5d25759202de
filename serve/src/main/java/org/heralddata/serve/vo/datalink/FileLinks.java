package org.heralddata.serve.vo.datalink;

import java.util.ArrayList;
import java.util.List;
import org.heralddata.model.catalogue.CollectionId;
import org.heralddata.model.files.CataloguedFile;
import org.heralddata.model.files.FileState;
import org.heralddata.model.files.FileTable;
import org.heralddata.model.files.TableKind;
import org.heralddata.query.files.FileService;
import org.heralddata.query.files.FileStream;
import org.heralddata.query.files.FilesRequest;
import org.jspecify.annotations.Nullable;

/** The links of a file of the catalogue. */
record FileLinks(Place place) {
    private static final long MOST_FILES = 1000;

    /** @param table one of those in it; null for all */
    List<Link> of(String id, CataloguedFile file, @Nullable String table) {
        List<Link> links = new ArrayList<>();
        if (table == null) {
            links.add(original(id, file, "#this", "Original file " + file.name()));
            responses(id, file, links);
        } else {
            FileTable found = file.metadata().tables().stream()
                    .filter(one -> one.name().equals(table))
                    .findFirst()
                    .orElse(null);
            if (found == null) {
                return List.of(Link.error(
                        id, "NotFoundFault", "the file `%s` has no table `%s`".formatted(file.path(), table)));
            }
            links.add(qualified(original(id, file, "#this", inFile(found, file)), found.kind()));
        }
        links.add(Link.to(
                id,
                place.address("/api/v1/files/" + file.id(), null),
                "#documentation",
                "application/json",
                null,
                "All that is known of the file, its history and provenance"));
        links.add(documentation(id, file.collection()));
        return links;
    }

    /** The links of a collection of files alone: their list and, up to {@value #MOST_FILES}, the files themselves. */
    List<Link> of(String id, FileService service, CollectionId collection) {
        List<Link> links = new ArrayList<>();
        FilesRequest request = FilesRequest.of(collection).page(MOST_FILES, 0);
        try (FileStream stream = service.files(request)) {
            for (CataloguedFile file = stream.next(); file != null; file = stream.next()) {
                if (file.state() != FileState.VANISHED) {
                    links.add(original(id, file, "#this", "Original file " + file.path()));
                }
            }
        }
        links.add(Link.to(
                id,
                place.address("/api/v1/files", "collection=%s&format=votable".formatted(collection)),
                "#auxiliary",
                "application/x-votable+xml",
                null,
                "The list of all files with what is known of them, as a VOTable"));
        links.add(Link.to(
                id,
                place.address("/files/%s/original/SHA256SUMS".formatted(collection), null),
                "#auxiliary",
                "text/plain",
                null,
                "SHA-256 of every file"));
        links.add(documentation(id, collection));
        return links;
    }

    private Link documentation(String id, CollectionId collection) {
        return Link.to(
                id,
                place.address("/collections/" + collection, null),
                "#documentation",
                "text/html",
                null,
                "Description of the collection, how to cite it, terms of use");
    }

    /** The links of something that comes from the file. */
    List<Link> within(String id, CataloguedFile file) {
        List<Link> links = new ArrayList<>();
        links.add(original(id, file, "#progenitor", "Original file " + file.name()));
        responses(id, file, links);
        return links;
    }

    /** The response functions that calibrate what is beside them in the file. */
    private void responses(String id, CataloguedFile file, List<Link> links) {
        for (FileTable table : file.metadata().tables()) {
            if (table.kind() != null && table.kind().isResponse()) {
                links.add(qualified(original(id, file, "#calibration", inFile(table, file)), table.kind()));
            }
        }
    }

    private static Link qualified(Link link, @Nullable TableKind kind) {
        return kind == null ? link : link.of(kind.term());
    }

    private static String inFile(FileTable table, CataloguedFile file) {
        String title =
                table.kind() == null ? "" : " (%s)".formatted(table.kind().title());
        return "Table %s%s of the original file %s".formatted(table.name(), title, file.name());
    }

    private Link original(String id, CataloguedFile file, String semantics, String description) {
        return Link.to(
                id,
                place.address("/files/%s/original/%s".formatted(file.collection(), file.path()), null),
                semantics,
                mediaType(file),
                file.content().bytes(),
                description);
    }

    private static @Nullable String mediaType(CataloguedFile file) {
        String format = file.metadata().format();
        return format != null && format.equals("fits") && !file.name().endsWith(".gz") ? "application/fits" : null;
    }
}
