package org.heralddata.store;

import java.nio.file.Path;

/**
 * Where things are in a home.
 *
 * @param root absolute, without symbolic links
 */
public record HomeFolders(Path root) {

    /** Settings, and the version of the layout. */
    public Path config() {
        return root.resolve("config.yaml");
    }

    /** Descriptors that users put into the home, a folder a collection. */
    public Path collections() {
        return root.resolve("collections");
    }

    /** Published Parquet files and Iceberg's metadata: {@code <collection>/<table>/{data,metadata}/}. */
    public Path warehouse() {
        return root.resolve("warehouse");
    }

    /** Releases in the making; on the file system of {@link #warehouse()}, so that files can be moved there at once. */
    public Path staging() {
        return warehouse().resolve(".staging");
    }

    /** The data of the PostgreSQL that comes with Herald. */
    public Path database() {
        return root.resolve("db");
    }

    /** What users asked for. */
    public Path requests() {
        return root.resolve("requests");
    }

    /** What may be deleted at any time. */
    public Path cache() {
        return root.resolve("cache");
    }
}
