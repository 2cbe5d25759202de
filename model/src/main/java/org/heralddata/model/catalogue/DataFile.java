package org.heralddata.model.catalogue;

/**
 * A Parquet file of a release.
 *
 * @param table  the table that it holds rows of
 * @param path   relative to the warehouse, with forward slashes
 * @param bytes  size
 * @param rows   rows
 * @param sha256 64 hexadecimal digits, lower case
 */
public record DataFile(String table, String path, long bytes, long rows, String sha256) {}
