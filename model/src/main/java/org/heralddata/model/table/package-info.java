/**
 * Columns of numbers on their way: types, shapes and batches of values.
 *
 * <p>Sees nothing of Herald. Types are those of FITS, HDF5, VOTable and Parquet brought to one list; a batch is a slice of
 * rows, column by column, without boxing.
 */
@NullMarked
package org.heralddata.model.table;

import org.jspecify.annotations.NullMarked;
