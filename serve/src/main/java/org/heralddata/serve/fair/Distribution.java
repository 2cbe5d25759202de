package org.heralddata.serve.fair;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.heralddata.model.catalogue.DataFile;
import org.heralddata.model.catalogue.PublishedTable;
import org.heralddata.model.files.CataloguedFile;
import org.jspecify.annotations.Nullable;

/**
 * A form in which a data set can be downloaded.
 *
 * @param url    of the file
 * @param bytes  size; null where the file is made when asked for
 * @param sha256 null just where {@code bytes} is
 */
public record Distribution(
        String name,
        String url,
        String mediaType,
        @Nullable Long bytes,
        @Nullable String sha256) {
    private static final String BYTES = "application/octet-stream";
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "csv", "text/csv",
            "tsv", "text/tab-separated-values",
            "json", "application/json",
            "fits", "application/fits",
            "votable", "application/x-votable+xml",
            "hdf5", "application/x-hdf5",
            "rntuple", "application/x-root;class=rntuple",
            "root", "application/x-root",
            "parquet", "application/vnd.apache.parquet");

    /** Tables, as far as they are open, in each format that the server writes. */
    static List<Distribution> exports(Dataset dataset) {
        String base = dataset.site() + "/api/v1/collections/" + dataset.about().id() + "/tables/";
        String release = dataset.whole() ? "" : "&release=" + dataset.version();
        return dataset.release().tables().stream()
                .filter(table -> !table.withheld().all())
                .flatMap(table -> dataset.formats().stream().map(format -> export(table, format, base, release)))
                .toList();
    }

    private static Distribution export(PublishedTable table, String format, String base, String release) {
        return new Distribution(
                table.name() + " as " + format,
                base + table.name() + "/rows?format=" + format + release,
                mediaType(format),
                null,
                null);
    }

    /** The files of the release as they are kept, of tables that are open as a whole. */
    static List<Distribution> files(Dataset dataset) {
        String base = dataset.site() + "/files/" + dataset.about().id() + "/" + dataset.version() + "/";
        return dataset.release().files().stream()
                .filter(file -> dataset.release()
                        .table(file.table())
                        .filter(table -> table.withheld().isNothing())
                        .isPresent())
                .map(file -> file(file, base))
                .toList();
    }

    /** The list of files in each format that the server writes, and the files themselves where they are named. */
    static List<Distribution> archive(Dataset dataset, Archive archive) {
        if (archive.summary() == null) {
            return List.of();
        }
        var id = dataset.about().id();
        List<Distribution> all = new ArrayList<>();
        for (String format : dataset.formats()) {
            all.add(new Distribution(
                    "List of files as " + format,
                    "%s/api/v1/files?collection=%s&format=%s".formatted(dataset.site(), id, format),
                    mediaType(format),
                    null,
                    null));
        }
        for (CataloguedFile file : archive.originals()) {
            all.add(new Distribution(
                    file.path(),
                    dataset.site() + encoded("/files/%s/original/%s".formatted(id, file.path())),
                    mediaType(file.metadata().format()),
                    file.content().bytes(),
                    file.content().sha256()));
        }
        return List.copyOf(all);
    }

    private static String mediaType(@Nullable String format) {
        return format == null ? BYTES : MEDIA_TYPES.getOrDefault(format, BYTES);
    }

    /** Of an address. */
    private static String encoded(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Distribution file(DataFile file, String base) {
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        return new Distribution(
                name, base + file.path(), "application/vnd.apache.parquet", file.bytes(), file.sha256());
    }
}
