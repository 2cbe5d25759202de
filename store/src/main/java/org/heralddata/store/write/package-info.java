/**
 * Turns batches of rows into sorted Parquet files, by DuckDB, in bounded memory.
 *
 * <p>Sees model. Unsigned and narrow integers are widened to the types of Iceberg; a timestamp becomes two fields.
 */
@NullMarked
package org.heralddata.store.write;

import org.jspecify.annotations.NullMarked;
