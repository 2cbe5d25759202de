/**
 * Releases as snapshots and tags of Apache Iceberg tables (format version 2), so that any engine can read them.
 *
 * <p>Sees model and the package {@code write}. Uses Iceberg's core only: no Hadoop, no Parquet library.
 */
@NullMarked
package org.heralddata.store.iceberg;

import org.jspecify.annotations.NullMarked;
