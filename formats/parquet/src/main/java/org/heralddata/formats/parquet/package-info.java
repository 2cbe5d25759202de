/**
 * Apache Parquet, read and written by an in-process DuckDB that can reach the one file and nothing else.
 *
 * <p>Sees spi and model. Scalars come as they are; structs are taken apart, lists arrive in two streams, one of lengths and
 * one of elements. What Parquet has no place for (units, UCDs) is kept as JSON in the file's key-value metadata.
 */
@NullMarked
package org.heralddata.formats.parquet;

import org.jspecify.annotations.NullMarked;
