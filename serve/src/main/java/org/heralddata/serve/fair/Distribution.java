package org.heralddata.serve.fair;

import java.util.List;
import java.util.Map;
import org.heralddata.model.catalogue.DataFile;
import org.heralddata.model.catalogue.PublishedTable;
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

    /** Whole tables in each format that the server writes. */
    static List<Distribution> exports(Dataset dataset) {
        String base = dataset.site() + "/api/v1/collections/" + dataset.about().id() + "/tables/";
        String release = dataset.whole() ? "" : "&release=" + dataset.version();
        return dataset.release().tables().stream()
                .flatMap(table -> dataset.formats().stream().map(format -> export(table, format, base, release)))
                .toList();
    }

    private static Distribution export(PublishedTable table, String format, String base, String release) {
        return new Distribution(
                table.name() + " as " + format,
                base + table.name() + "/rows?format=" + format + release,
                MEDIA_TYPES.getOrDefault(format, "application/octet-stream"),
                null,
                null);
    }

    /** The files of the release as they are kept. */
    static List<Distribution> files(Dataset dataset) {
        String base = dataset.site() + "/files/" + dataset.about().id() + "/" + dataset.version() + "/";
        return dataset.release().files().stream().map(file -> file(file, base)).toList();
    }

    private static Distribution file(DataFile file, String base) {
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        return new Distribution(
                name, base + file.path(), "application/vnd.apache.parquet", file.bytes(), file.sha256());
    }
}
