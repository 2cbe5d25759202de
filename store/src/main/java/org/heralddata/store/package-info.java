/**
 * Keeps releases: Iceberg tables over Parquet files, their catalogue in PostgreSQL, the home folder. The only writer of data.
 *
 * <p>Sees model. A release is a snapshot and a tag of each of its tables; data files are written once and never changed.
 */
@NullMarked
package org.heralddata.store;

import org.jspecify.annotations.NullMarked;
